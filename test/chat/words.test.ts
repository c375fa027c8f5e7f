import { fc, it as property } from "@fast-check/vitest";
import {
  createChat,
  createDesk,
  defineOffice,
  english,
  indonesian,
  memoryStore,
  parseMessage,
  problemCodes,
  type Words,
} from "giliran";
import { describe, expect, expectTypeOf, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const today = "2017-08-07";
const at = Date.parse("2017-08-07T07:00+07:00");

describe("words", () => {
  it("lack no sentence, or the type check fails", () => {
    const { held, ...hold } = indonesian.hold;
    expectTypeOf(hold).not.toExtend<Words["hold"]>();
    const { cancelled, ...cancel } = indonesian.cancel;
    expectTypeOf(cancel).not.toExtend<Words["cancel"]>();
    const { template, ...problems } = indonesian.problems;
    expectTypeOf(problems).not.toExtend<Words["problems"]>();
    expect([held, cancelled, template]).toHaveLength(3);
  });

  describe.each([indonesian, english])("in $tag", (words) => {
    it("name commands that are read as such", () => {
      for (const [command, text] of Object.entries(words.commands))
        expect(parseMessage(text, passportFormat, { today, languages: words.languages })).toMatchObject({
          kind: "command",
          command,
        });
    });

    it("have a line for every problem", () => {
      for (const code of problemCodes) {
        const line = words.problems[code]({
          code,
          field: "name",
          name: "Nama",
          index: 0,
          expected: "",
          found: "x",
          choices: ["a", "b"],
        });
        expect(line).toMatch(/^\S.*\.$/);
      }
    });
  });
});

describe("a reply", () => {
  const longText = fc
    .string({ unit: "binary", minLength: 1, maxLength: 100 })
    .filter((text) => text.trim() !== "");
  const office = fc.record({
    name: longText,
    address: longText,
    closure: longText,
  });

  property.prop([
    office,
    fc.string({ unit: "grapheme", maxLength: 3000 }),
    fc.constantFrom("id" as const, "en" as const),
  ])(
    "has at most 1000 characters, and the code on a line of its own, however long the texts of others are",
    async ({ name, address, closure }, noise, language) => {
      const words = { id: indonesian, en: english }[language];
      const long = defineOffice({ ...smallOffice, name, address, closures: { "2017-08-09": closure } });
      const desk = createDesk({ offices: [long], store: memoryStore(), now: () => at });
      const chat = createChat({ desk, format: passportFormat, words });
      let id = 0;
      const send = async (text: string) => {
        const [reply] = await chat.receive({ channel: "test", id: String(id++), sender: "ani", text, at });
        if (reply === undefined) throw new Error("no reply");
        expect(reply.text.length).toBeLessThanOrEqual(1000);
        expect(reply.text.trim()).not.toBe("");
        return reply;
      };
      await send(noise);
      await send(`#${noise}#${noise}#${noise}`);
      await send("#Ani#1 Jan 1981#9 August 2017");
      const held = await send(`#${"Ani Budi ".repeat(8)}#1 Jan 1981#8 August 2017`);
      const code = /^\w{4}-\w{4}$/m.exec(held.text)?.[0] ?? "no code";
      expect((await send(code)).text).toMatch(/^\w{4}-\w{4}$/m);
    },
  );
});
