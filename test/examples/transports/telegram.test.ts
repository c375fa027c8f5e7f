import { createChat, createDesk, indonesian, memoryStore } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { webhookCallback } from "grammy";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { createTelegram } from "../../../examples/telegram/telegram.js";
import { describeChannel } from "./converse.js";
import { listen } from "./listen.js";
import { messagesAt } from "./service.js";
import { openTelegramPolling, openTelegramWebhook } from "./telegram-service.js";

describeChannel("a bot on Telegram with a webhook", { open: openTelegramWebhook });

describeChannel("a bot on Telegram that polls", {
  open: openTelegramPolling,
  lacks: {
    signature: "the bot asks Telegram itself",
    redelivery: "there is no answer to a delivery",
  },
});

it("a bot on Telegram sends nothing again to who has blocked it", async () => {
  const calls: string[] = [];
  const description = "Forbidden: bot was blocked by the user";
  const service = await listen(
    new Hono().post("/:bot/:method", ({ req, json }) => {
      calls.push(req.param("method"));
      return req.param("method") === "getMe"
        ? json({ ok: true, result: { id: 1, is_bot: true, first_name: "Antrian", username: "antrian_bot" } })
        : json({ ok: false, error_code: 403, description }, 403);
    }),
  );
  const desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
  const chat = createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode });
  const bot = createTelegram({ chat, token: "1:t", apiRoot: service.url, pausesMs: [1, 1] });
  const hook = new Hono().post("/webhook", webhookCallback(bot, "hono"));
  const person = { id: 1001, is_bot: false, first_name: "Ani" };
  const said = { message_id: 1, date: messagesAt / 1000, text: "#Ahmad#20111967#08082017" };
  const update = { update_id: 1, message: { ...said, from: person, chat: { ...person, type: "private" } } };
  const response = await hook.request("/webhook", {
    method: "POST",
    body: JSON.stringify(update),
    headers: { "content-type": "application/json" },
  });
  expect(response.status).toBe(200);
  expect(calls).toEqual(["getMe", "sendPhoto", "sendMessage"]);
  await service.close();
});
