import { createChat, createDesk, type IncomingMessage, indonesian, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { createAnswering, UndeliverableError } from "../../../examples/transport/answering.js";
import { createSentTexts } from "../../../examples/transport/sent-texts.js";
import { messagesAt } from "./service.js";

const desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
const chat = createChat({ desk, format: passportFormat, words: indonesian });
const message = (id: string, sender: string): IncomingMessage => ({
  channel: "test",
  id,
  sender,
  text: "#bantuan",
  at: messagesAt,
});

describe("a bot's answers", () => {
  it("to one sender come one after another, and wait for no other sender's", async () => {
    const sent: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const answer = createAnswering({
      chat,
      async send(_, { id }) {
        if (id === "1") await held;
        sent.push(id);
      },
    });
    const answers = [answer(message("1", "ani")), answer(message("2", "ani"))];
    await answer(message("3", "budi"));
    expect(sent).toEqual(["3"]);
    release();
    await Promise.all(answers);
    expect(sent).toEqual(["3", "1", "2"]);
  });

  it("are tried no second time where nothing will bring them to the person", async () => {
    let tries = 0;
    const answer = createAnswering({
      chat,
      async send() {
        tries++;
        throw new UndeliverableError("blocked by the user");
      },
    });
    await answer(message("1", "ani"));
    await answer(message("1", "ani"));
    expect(tries).toBe(1);
  });

  it("are tried as often as there are pauses, and then once more when the message comes again", async () => {
    let tries = 0;
    const answer = createAnswering({
      chat,
      pausesMs: [1, 1],
      async send() {
        if (++tries <= 3) throw new Error("unreachable");
      },
    });
    await expect(answer(message("1", "ani"))).rejects.toThrow("unreachable");
    await answer(message("1", "ani"));
    expect(tries).toBe(4);
  });
});

describe("the texts that were sent", () => {
  it("are known by their ids, the latest of them", async () => {
    const sent = createSentTexts(2);
    for (const id of ["1", "2", "3"]) sent.add(id, `text ${id}`);
    const quotes = ["1", "3", undefined].map((quotedId) =>
      sent.complete({ ...message("4", "ani"), quotedId }),
    );
    expect((await Promise.all(quotes)).map(({ quoted }) => quoted)).toEqual([undefined, "text 3", undefined]);
  });
});
