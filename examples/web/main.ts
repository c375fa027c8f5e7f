import { openBotChat, serveBot } from "../transport/serve-bot.js";
import { createWeb } from "./web.js";

serveBot(createWeb({ chat: openBotChat() }));
