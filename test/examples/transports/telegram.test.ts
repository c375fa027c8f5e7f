import { describeChannel } from "./converse.js";
import { openTelegramPolling, openTelegramWebhook } from "./telegram-service.js";

describeChannel("a bot on Telegram with a webhook", { open: openTelegramWebhook });

describeChannel("a bot on Telegram that polls", {
  open: openTelegramPolling,
  lacks: {
    signature: "the bot asks Telegram itself",
    redelivery: "there is no answer to a delivery",
  },
});
