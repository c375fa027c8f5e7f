import { webhookCallback } from "grammy";
import { createBotApp, demandSecret } from "../transport/bot-app.js";
import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { poll } from "./poll.js";
import { createTelegram } from "./telegram.js";

const bot = createTelegram({ chat: openBotChat(), token: readSetting("TELEGRAM_TOKEN") });
const secretToken = process.env.TELEGRAM_SECRET;
await bot.init();
if (secretToken === undefined) await poll(bot, new AbortController().signal);
else
  serveBot(
    createBotApp().post("/webhook", webhookCallback(bot, "hono", { secretToken: demandSecret(secretToken) })),
  );
