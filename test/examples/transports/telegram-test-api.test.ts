import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createChat, createDesk, indonesian, memoryStore } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { webhookCallback } from "grammy";
import { Hono } from "hono";
import TelegramServer from "telegram-test-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { poll } from "../../../examples/telegram/poll.js";
import { createTelegram } from "../../../examples/telegram/telegram.js";
import { listen } from "./listen.js";
import { messagesAt } from "./service.js";
import { telegramToken as token } from "./telegram-token.js";

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The package knows no photos: those replies come as texts. */
describe("a bot against telegram-test-api", () => {
  let server: TelegramServer;
  let bot: ReturnType<typeof createTelegram>;
  beforeEach(async () => {
    server = new TelegramServer({ host: "127.0.0.1", port: await findFreePort() });
    await server.start();
    const desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
    const chat = createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode });
    const now = () => messagesAt;
    bot = createTelegram({ chat, token, apiRoot: server.config.apiURL, pausesMs: [1, 1], now });
  });
  afterEach(async () => {
    await server.stop();
  });

  async function converse(): Promise<void> {
    const client = server.getClient(token);
    const answerTo = async (send: () => Promise<unknown>) => {
      const answered = Promise.all([server.waitUserMessage(), server.waitBotMessage()]);
      await send();
      await answered;
      const { result } = await client.getUpdates();
      expect(result).toHaveLength(1);
      return result[0]?.message;
    };
    const options = { date: messagesAt / 1000 };
    const held = await answerTo(() =>
      client.sendMessage(client.makeMessage("#Ahmad#20111967#08082017", options)),
    );
    const code = /^\w{4}-\w{4}$/m.exec(`${held?.text}`)?.[0];
    const markup = { inline_keyboard: [[{ text: "Konfirmasi", callback_data: code }]] };
    expect(held?.reply_markup).toEqual(markup);
    const ticket = await answerTo(() => client.sendCallback(client.makeCallbackQuery(`${code}`)));
    expect(ticket?.text).toContain("Nomor antrian Anda: 0800-01");
  }

  it("that polls goes from a request to a queue number", async () => {
    const ending = new AbortController();
    await bot.init();
    const polling = poll(bot, ending.signal);
    await converse();
    ending.abort();
    await polling;
  });

  it("with a webhook goes from a request to a queue number", async () => {
    const hook = await listen(new Hono().post("/webhook", webhookCallback(bot, "hono")));
    await bot.api.setWebhook(`${hook.url}/webhook`);
    await converse();
    await hook.close();
  });
});
