import { createSlackAdapter } from "@chat-adapter/slack";
import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createChatSdk } from "./chat-sdk.js";

const slack = createSlackAdapter({
  botToken: readSetting("SLACK_BOT_TOKEN"),
  signingSecret: readSetting("SLACK_SIGNING_SECRET"),
});
serveBot(createChatSdk({ chat: openBotChat(), adapters: { slack } }));
