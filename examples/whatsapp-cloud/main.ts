import { openBotChat, readSetting, serveBot } from "../transport/serve-bot.js";
import { createWhatsAppCloud } from "./whatsapp-cloud.js";

serveBot(
  createWhatsAppCloud({
    chat: openBotChat(),
    appSecret: readSetting("WHATSAPP_APP_SECRET"),
    accessToken: readSetting("WHATSAPP_ACCESS_TOKEN"),
    verifyToken: readSetting("WHATSAPP_VERIFY_TOKEN"),
    apiUrl: "https://graph.facebook.com/v23.0",
  }),
);
