import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createLine } from "./line.js";

serveBot(
  createLine({
    chat: openBotChat(),
    channelSecret: readSetting("LINE_CHANNEL_SECRET"),
    accessToken: readSetting("LINE_ACCESS_TOKEN"),
    publicUrl: readSetting("PUBLIC_URL"),
  }),
);
