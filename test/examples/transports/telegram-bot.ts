import { argv } from "node:process";
import Database from "libsql";
import { openChat } from "../../../examples/demo/open-chat.js";
import { poll } from "../../../examples/telegram/poll.js";
import { createTelegram } from "../../../examples/telegram/telegram.js";
import { messagesAt } from "./service.js";
import { telegramToken } from "./telegram-token.js";

/** A bot in a process of its own: on this file, asking for messages at this address. */
const [, , file = "", apiRoot = ""] = argv;
const { chat } = openChat(new Database(file), () => messagesAt);
const bot = createTelegram({ chat, token: telegramToken, apiRoot, now: () => messagesAt });
await bot.init();
console.log("polling");
await poll(bot, new AbortController().signal);
