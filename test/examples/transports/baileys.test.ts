import { readFile, rm } from "node:fs/promises";
import { encryptedStream, makeEventBuffer, proto, type WAMessage } from "baileys";
import { type Chat, createChat, createDesk, indonesian, memoryStore } from "giliran";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { answerOn } from "../../../examples/baileys/baileys.js";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { describeChannel } from "./converse.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, messagesAt, type Service } from "./service.js";

interface Account extends Service {
  readonly emit: (message: proto.IWebMessageInfo, type?: "notify" | "append") => Promise<void>;
}

const say = () => undefined;
const silent = {
  level: "silent",
  child: () => silent,
  trace: say,
  debug: say,
  info: say,
  warn: say,
  error: say,
};

/** Baileys' own events and messages, without the connection below them. */
async function openBaileys(chat: Chat): Promise<Account> {
  const log = createServiceLog();
  const ev = makeEventBuffer(silent);
  let ids = 0;
  let answered = Promise.resolve();
  const files = new Map<string, Uint8Array>();
  const media = await listen(
    new Hono().get("/:id", ({ req, body }) => body(new Uint8Array(files.get(req.param("id")) ?? []))),
  );

  /** Encrypted, as WhatsApp keeps it. */
  async function upload(id: string, picture: Uint8Array): Promise<proto.IMessage> {
    const { mediaKey, encFilePath } = await encryptedStream(Buffer.from(picture), "image");
    files.set(id, await readFile(encFilePath));
    await rm(encFilePath);
    return { imageMessage: { mediaKey, url: `${media.url}/${id}`, mimetype: "image/jpeg" } };
  }
  const answer = answerOn(
    {
      async sendMessage(jid, content) {
        if (log.fails()) throw new Error("Connection Closed");
        const { text, caption, image } = {
          text: undefined,
          caption: undefined,
          image: undefined,
          ...content,
        };
        const said = `${text ?? caption}`;
        log.check("text", said.length, text === undefined ? 1024 : 4096);
        const picture = Buffer.isBuffer(image) && { image };
        log.show(jid.split("@")[0] ?? "", { id: `${++ids}`, text: said, buttons: [], ...picture });
        return undefined;
      },
    },
    { chat, pausesMs: [1, 1] },
  );
  ev.on("messages.upsert", (event) => {
    answered = answer(event);
  });

  async function emit(message: proto.IWebMessageInfo, type: "notify" | "append" = "notify"): Promise<void> {
    // As it comes out of the protocol.
    const bytes = proto.WebMessageInfo.encode(message).finish();
    ev.emit("messages.upsert", { messages: [proto.WebMessageInfo.decode(bytes) as WAMessage], type }); // decoded
    await answered;
  }

  return {
    ...log,
    emit,
    async deliver(message) {
      const { id, picture } = message;
      const info = messageOf(message);
      await emit(picture === undefined ? info : { ...info, message: await upload(id, picture) });
      return 200;
    },
    async close() {
      ev.destroy();
      await media.close();
    },
  };
}

function messageOf({ id, sender, text, quotes, media }: Delivery): proto.IWebMessageInfo {
  const key = { id, remoteJid: `${sender}@s.whatsapp.net`, fromMe: false };
  const messageTimestamp = messagesAt / 1000;
  if (media === "sticker") return { key, messageTimestamp, message: { stickerMessage: {} } };
  if (media === "voice note") return { key, messageTimestamp, message: { audioMessage: { ptt: true } } };
  const said = quotes?.image
    ? { imageMessage: { caption: quotes.text } }
    : { conversation: quotes?.text ?? "" };
  const contextInfo = { stanzaId: quotes?.id ?? "", quotedMessage: said };
  return {
    key,
    messageTimestamp,
    message: quotes === undefined ? { conversation: text } : { extendedTextMessage: { text, contextInfo } },
  };
}

describeChannel("a bot on WhatsApp through Baileys", {
  open: openBaileys,
  lacks: {
    signature: "the connection is the bot's own",
    buttons: "WhatsApp shows none of ordinary accounts",
    redelivery: "a message counts as delivered when the library has it",
  },
});

const key = { id: "1", remoteJid: "1001@s.whatsapp.net", fromMe: false };
const message = { conversation: "#status" };
it.each<[string, Partial<proto.IWebMessageInfo>, "notify" | "append"]>([
  ["its own messages", { key: { ...key, fromMe: true }, message }, "notify"],
  ["groups", { key: { ...key, remoteJid: "1-2@g.us" }, message }, "notify"],
  ["broadcasts", { key: { ...key, remoteJid: "status@broadcast" }, message }, "notify"],
  ["what is old", { key, message }, "append"],
  ["an emoji on a message", { key, message: { reactionMessage: { text: "👍" } } }, "notify"],
  ["a message that can't be decrypted", { key }, "notify"],
])("a bot through Baileys leaves %s alone", async (_, info, type) => {
  const desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
  const account = await openBaileys(createChat({ desk, format: passportFormat, words: indonesian }));
  await account.emit({ key, messageTimestamp: messagesAt / 1000, ...info }, type);
  for (const sender of ["1001", "1-2", "status"]) expect(account.shown(sender)).toEqual([]);
  await account.close();
});
