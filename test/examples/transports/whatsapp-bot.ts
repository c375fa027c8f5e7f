import { argv } from "node:process";
import Database from "libsql";
import { openChat } from "../../../examples/demo/open-chat.js";
import { createWhatsAppCloud } from "../../../examples/whatsapp-cloud/whatsapp-cloud.js";
import { listen } from "./listen.js";
import { messagesAt } from "./service.js";
import { whatsAppAccount } from "./whatsapp-account.js";

/** A bot in a process of its own: on this file, with the service at this address. Prints where it listens. */
const [, , file = "", apiUrl = ""] = argv;
const { chat } = openChat(new Database(file), () => messagesAt);
const { url } = await listen(createWhatsAppCloud({ ...whatsAppAccount, chat, apiUrl }));
console.log(url);
