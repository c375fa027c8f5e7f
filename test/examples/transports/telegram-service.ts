import { setTimeout as pause } from "node:timers/promises";
import type { Chat } from "giliran";
import { webhookCallback } from "grammy";
import { Hono } from "hono";
import { poll } from "../../../examples/telegram/poll.js";
import { createTelegram } from "../../../examples/telegram/telegram.js";
import { reportError } from "../../../examples/transport/report-error.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, messagesAt, type Service } from "./service.js";
import { telegramToken } from "./telegram-token.js";

const secretToken = "the-secret-token";

/** Fields of a call, from JSON or from a form. */
type Fields = Readonly<Record<string, unknown>>;

export interface BotApi {
  readonly api: Hono;
  readonly log: ReturnType<typeof createServiceLog>;
  /** What is to be delivered, oldest first. */
  readonly updates: { readonly update_id: number }[];
  /** What people sent, by its file id. */
  readonly pictures: Map<string, Uint8Array>;
}

/** The Bot API, as far as a bot uses it. */
export function createBotApi(): BotApi {
  const log = createServiceLog();
  const updates: { readonly update_id: number }[] = [];
  const pictures = new Map<string, Uint8Array>();
  let ids = 0;

  function show(fields: Fields, text: string, most: number, image?: Uint8Array): object {
    log.check("text", text.length, most);
    const markup =
      typeof fields.reply_markup === "string" ? JSON.parse(fields.reply_markup) : fields.reply_markup;
    const { inline_keyboard = [] } = (markup ?? {}) as {
      inline_keyboard?: { text: string; callback_data: string }[][];
    }; // decoded
    log.check("empty rows", inline_keyboard.filter((row) => row.length === 0).length, 0);
    const buttons = inline_keyboard.flat();
    log.check("buttons", buttons.length, 100);
    for (const { text: label, callback_data } of buttons) {
      log.check("callback data in bytes", Buffer.byteLength(callback_data), 64);
      log.check("empty label", label === "" ? 1 : 0, 0);
    }
    const message_id = ++ids;
    const chat = { id: Number(fields.chat_id), type: "private" };
    log.show(`${fields.chat_id}`, {
      id: `${message_id}`,
      text,
      buttons: buttons.map(({ callback_data }) => callback_data),
      ...(image && { image }),
    });
    return { message_id, date: 1502067600, chat, text };
  }

  const methods: Readonly<Record<string, (fields: Fields) => object | Promise<object>>> = {
    getMe: () => ({ id: 110201543, is_bot: true, first_name: "Antrian", username: "antrian_bot" }),
    async getUpdates({ offset }) {
      while (updates[0] !== undefined && updates[0].update_id < Number(offset)) updates.shift();
      if (updates.length === 0) await pause(5);
      return updates.slice(0, 100);
    },
    sendMessage: (fields) => show(fields, `${fields.text}`, 4096),
    sendPhoto(fields) {
      const reference = `${fields.photo}`.replace("attach://", "");
      const file = Buffer.from(`${fields[reference]}`, "latin1");
      log.check("photo", file.length, 10_000_000);
      return show(fields, `${fields.caption}`, 1024, file);
    },
    answerCallbackQuery: () => ({}),
    getFile: ({ file_id }) => ({ file_id, file_path: `photos/${file_id}` }),
  };

  const api = new Hono().post("/:bot/:method", async ({ req, json }) => {
    const { bot, method } = req.param();
    const run = methods[method];
    if (bot !== `bot${telegramToken}` || run === undefined)
      return json({ ok: false, error_code: 404, description: "Not Found" }, 404);
    if (method.startsWith("send") && log.fails())
      return json({ ok: false, error_code: 502, description: "Bad Gateway" }, 502);
    const boundary = /^multipart.*boundary=(.+)$/.exec(req.header("content-type") ?? "")?.[1];
    const fields: Fields =
      boundary === undefined ? await req.json() : readForm(await req.arrayBuffer(), boundary);
    return json({ ok: true, result: await run(fields) });
  });
  api.get("/file/:bot/photos/:file", ({ req, body }) =>
    req.param("bot") === `bot${telegramToken}`
      ? body(new Uint8Array(pictures.get(req.param("file")) ?? []))
      : body("Not Found", 404),
  );
  return { api, log, updates, pictures };
}

/** Node's own reader refuses the forms that grammY writes; files stay as they are, a character for each byte. */
function readForm(body: ArrayBuffer, boundary: string): Fields {
  const parts = Buffer.from(body).toString("latin1").split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const end = part.indexOf("\r\n\r\n");
      const head = part.slice(0, end);
      const value = part.slice(end + 4, -2);
      const isFile = head.includes("filename=");
      const name = /name="?([^";\r]+)/.exec(head)?.[1] ?? "";
      return [name, isFile ? value : Buffer.from(value, "latin1").toString()];
    }),
  );
}

function personOf(sender: string): object {
  return { id: Number(sender), is_bot: false, first_name: "Ani" };
}

/** Each message id is one update, however often it is delivered. */
export function createUpdates(pictures: Map<string, Uint8Array>): {
  readonly of: (message: Delivery) => { readonly update_id: number };
} {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const id = ids.get(key) ?? ids.size + 1;
    ids.set(key, id);
    return id;
  };
  return {
    of({ id, sender, text, quotes, picture, media, tapped }: Delivery) {
      const update_id = idOf(id);
      if (tapped !== undefined) return { update_id, callback_query: callback(update_id, sender, text) };
      const chat = { id: Number(sender), type: "private", first_name: "Ani" };
      const common = { date: 1502067600, chat, from: personOf(sender) };
      const said = quotes?.image ? { caption: quotes.text, photo: [] } : { text: quotes?.text };
      const reply = quotes && {
        reply_to_message: { message_id: Number(quotes.id), date: 1502067600, chat, ...said },
      };
      if (picture !== undefined) pictures.set(`file${update_id}`, picture);
      const sizes = { photo: [{ file_id: "small" }, { file_id: `file${update_id}` }] };
      const typed = picture === undefined ? text && { text } : { ...sizes, ...(text && { caption: text }) };
      const content =
        media === undefined ? typed : { [media === "sticker" ? "sticker" : "voice"]: { file_id: "1" } };
      return { update_id, message: { message_id: 1000 + update_id, ...common, ...content, ...reply } };
    },
  };
}

function callback(id: number, sender: string, data: string): object {
  const message = { message_id: 1, date: 1502067600, chat: { id: Number(sender), type: "private" } };
  return { id: `${id}`, from: personOf(sender), chat_instance: "1", data, message };
}

function openBot(chat: Chat, apiRoot: string) {
  return createTelegram({ chat, token: telegramToken, apiRoot, pausesMs: [1, 1], now: () => messagesAt });
}

export async function openTelegramWebhook(chat: Chat): Promise<Service> {
  const { api, log, pictures } = createBotApi();
  const service = await listen(api);
  const bot = openBot(chat, service.url);
  const hook = await listen(
    new Hono().onError(reportError).post("/webhook", webhookCallback(bot, "hono", { secretToken })),
  );
  const updates = createUpdates(pictures);

  async function post(update: object, secret = secretToken): Promise<number> {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    const response = await fetch(`${hook.url}/webhook`, {
      method: "POST",
      headers,
      body: JSON.stringify(update),
    });
    return response.status;
  }
  return {
    ...log,
    deliver: (message) => post(updates.of(message), message.signature),
    async close() {
      await Promise.all([hook.close(), service.close()]);
    },
  };
}

export async function openTelegramPolling(chat: Chat): Promise<Service> {
  const { api, log, updates: queue, pictures } = createBotApi();
  const service = await listen(api);
  const bot = openBot(chat, service.url);
  const ending = new AbortController();
  await bot.init();
  const polling = poll(bot, ending.signal);
  const updates = createUpdates(pictures);
  return {
    ...log,
    async deliver(message) {
      const update = updates.of(message);
      if (!queue.some(({ update_id }) => update_id === update.update_id)) queue.push(update);
      while (queue.some(({ update_id }) => update_id === update.update_id)) await pause(2);
      return 200;
    },
    async close() {
      ending.abort();
      await polling;
      await service.close();
    },
  };
}
