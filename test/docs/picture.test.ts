import { createChat, createDesk, indonesian, memoryStore } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { expect, it } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { passportFormat, smallOffice } from "../chat/play-transcript.js";
import { drawConversation, type Message } from "./draw-conversation.js";

it("shows in docs/conversation.svg what the chat answers", async () => {
  const at = Date.parse("2017-07-17T08:40+07:00");
  const desk = createDesk({
    offices: [smallOffice],
    store: memoryStore(),
    now: () => at,
    randomBytes: seededBytes(2017),
  });
  const chat = createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode });

  const conversation: Message[] = [];
  async function send(id: string, text: string): Promise<string> {
    const replies = await chat.receive({ channel: "picture", id, sender: "ahmad", text, at });
    conversation.push({ text }, ...replies.map((reply) => ({ reply })));
    return replies[0]?.choices?.[0]?.text ?? "";
  }
  await send("2", await send("1", "#Ahmad#20111967#18072017"));

  await expect(drawConversation(conversation)).toMatchFileSnapshot("../../docs/conversation.svg");
});
