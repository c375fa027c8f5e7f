import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createHttp } from "./http.js";

serveBot(createHttp({ chat: openBotChat(), token: readSetting("BOT_TOKEN") }));
