import { type Chat, createChat, createDesk, indonesian, memoryStore, type Reply } from "giliran";
import { expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { createHttp } from "../../../examples/http/http.js";
import { describeChannel } from "./converse.js";
import { listen } from "./listen.js";
import { createServiceLog, messagesAt, type Service } from "./service.js";

type EncodedReply = Omit<Reply, "image"> & { readonly image?: { readonly data: string } };

/** A program that asks again until it gets an answer, and shows that once. */
async function openHttp(chat: Chat): Promise<Service> {
  const log = createServiceLog();
  const bot = await listen(createHttp({ chat, token: "the-token" }));
  const answered = new Set<string>();

  function show({ to, text, choices = [], image }: EncodedReply): void {
    log.check("text", text.length, 1000);
    const picture = image && { image: Buffer.from(image.data, "base64") };
    log.show(to, { id: text, text, buttons: choices.map((choice) => choice.text), ...picture });
  }

  return {
    ...log,
    async deliver({ id, sender, text, quotes, signature = "the-token" }) {
      const message = {
        channel: "http",
        id,
        sender,
        text,
        at: messagesAt,
        ...(quotes && { quoted: quotes.text }),
      };
      const headers = { authorization: `Bearer ${signature}`, "content-type": "application/json" };
      const post = () =>
        fetch(`${bot.url}/messages`, { method: "POST", headers, body: JSON.stringify(message) });
      let response = await post();
      while (log.fails()) response = await post();
      if (response.ok && !answered.has(id)) {
        answered.add(id);
        const { replies } = (await response.json()) as { replies: EncodedReply[] }; // decoded
        for (const reply of replies) show(reply);
      }
      return response.status;
    },
    close: bot.close,
  };
}

describeChannel("a bot on plain HTTP", {
  open: openHttp,
  lacks: {
    pictures: "the caller reads them",
    media: "the caller sends texts",
    redelivery: "the replies are the answer to the delivery",
  },
});

it.each([
  "",
  "{",
  "[]",
  '{"channel":"http"}',
  '{"channel":"http","id":"1","sender":"a","text":5,"at":1502067600000}',
])("plain HTTP answers 400 to %j", async (body) => {
  const desk = createDesk({ offices: [jakartaPusat], store: memoryStore() });
  const app = createHttp({
    chat: createChat({ desk, format: passportFormat, words: indonesian }),
    token: "t",
  });
  const response = await app.request("/messages", {
    method: "POST",
    body,
    headers: { authorization: "Bearer t" },
  });
  expect(response.status).toBe(400);
});
