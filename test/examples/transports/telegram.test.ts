import { createChat, createDesk, indonesian, memoryStore } from "giliran";
import { expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
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

it("a tapped button of Telegram sends its message", async () => {
  const now = () => Date.now();
  const desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now });
  const service = await openTelegramWebhook(createChat({ desk, format: passportFormat, words: indonesian }));
  expect(await service.tap("1001", "#bantuan")).toBe(200);
  expect(service.shown("1001")).toMatchObject([{ text: expect.stringContaining("kirim pesan seperti ini") }]);
  await service.close();
});
