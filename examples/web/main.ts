import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createWeb } from "./web.js";

serveBot(createWeb({ chat: openBotChat(), secret: readSetting("COOKIE_SECRET") }));
