import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createTwilio } from "./twilio.js";

serveBot(
  createTwilio({
    chat: openBotChat(),
    authToken: readSetting("TWILIO_AUTH_TOKEN"),
    publicUrl: readSetting("PUBLIC_URL"),
  }),
);
