import { fc, it } from "@fast-check/vitest";
import {
  type BookingStore,
  createChat,
  createDesk,
  type Desk,
  defineMessageFormat,
  english,
  indonesian,
  type MessageFormat,
  memoryStore,
  type Words,
} from "giliran";
import { describe, expect, it as once } from "vitest";
import { saysYes } from "../../src/message/answers.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { passportFormat, smallOffice } from "./play-transcript.js";

const numRuns = Number(process.env.QUESTION_RUNS ?? 300);
/** The other language is read by the same code. */
const englishRuns = Math.ceil(numRuns / 3);
const at = Date.parse("2017-08-07T07:00+07:00");
const secret = "the secret of the questions";

const englishFormat: MessageFormat = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  passportFormat.readers,
  {
    languages: english.languages,
    ...(passportFormat.codes && { codes: passportFormat.codes }),
  },
);

interface Setting {
  readonly words?: Words;
  readonly spy?: (desk: Desk) => Desk;
}

/** One sender with a certain visit and a hold, in a process that may be started again. */
async function open({ words = indonesian, spy = (desk) => desk }: Setting = {}) {
  const format = words.tag === english.tag ? englishFormat : passportFormat;
  const store: BookingStore = memoryStore();
  let sent = 0;
  const openDesk = () =>
    createDesk({ offices: [smallOffice], store, secret, now: () => at, randomBytes: seededBytes(sent + 7) });
  const desk = openDesk();
  let chat = createChat({ desk: spy(desk), format, words });
  const send = async (text: string) => {
    const [reply] = await chat.receive({ channel: "test", id: String(sent++), sender: "ani", text, at });
    return reply;
  };
  const code = (reply: Awaited<ReturnType<typeof send>>) =>
    /^\w{4}-\w{4}$/m.exec(reply?.text ?? "")?.[0] ?? "";
  const certain = code(await send("#Budi#17081990#08082017"));
  await send(certain);
  const held = code(await send("#Siti#1992-01-01#2017-08-09"));
  const fill = (text: string) => text.replace("{budi}", certain).replace("{siti}", held);
  const restart = () => {
    chat = createChat({ desk: spy(openDesk()), format, words });
  };
  const bookings = async () =>
    (await desk.find({ sender: "test:ani" }))
      .map(({ people, state, date, window }) => `${people[0]?.details.name} ${state} ${date} ${window}`)
      .sort();
  return { send: (text: string) => send(fill(text)), restart, bookings };
}

/** Of each, something was not understood. */
const doubtful = fc.constantFrom(
  "#batal {budi} kayaknya",
  "#batal {siti} kalau bisa besok saja",
  "kayaknya batalkan {budi}",
  "#pindah {budi} kamis mungkin",
  "#pindah {siti} jumat apa ya",
  "#perpanjang {siti} kayaknya",
  "{siti} kayaknya",
  "{siti} tapi namanya salah",
  "#Joko#02021993#10082017\nkayaknya",
);

const doubtfulInEnglish = fc.constantFrom(
  "#cancel {budi} perhaps",
  "#cancel {siti} only if it rains",
  "maybe cancel {budi}",
  "#reschedule {budi} thursday perhaps",
  "#reschedule {siti} to friday I guess",
  "#extend {siti} maybe",
  "{siti} perhaps",
  "{siti} but the name is wrong",
  "#Joko#1993-02-02#2017-08-10\nperhaps",
);

/** Of these it is asked which booking is meant, or what is missing, and not whether. */
const unclear = ["#batal Budi apa ya", "#batal mungkin", "#tunggu #Joko#02021993#10082017 kayaknya"];

const yes = fc.constantFrom("ya", "iya pak", "yes", "yes please", "Ya.", "oke", "👍", "betul min");

const yesInEnglish = fc.constantFrom(
  "yes",
  "yes please",
  "Yes.",
  "yep",
  "ok",
  "sure, thanks",
  "👍",
  "correct",
);

const englishWord = fc.constantFrom(
  ..."yes yep no not cancel move reschedule friday tomorrow budi siti the second first I want please hello ok sure".split(
    " ",
  ),
  ..."right wrong thanks never mind forget it maybe why wait more time 10 august ? ! # #status #availability {siti} {budi}".split(
    " ",
  ),
);

const word = fc.constantFrom(
  ..."ya iya tidak jangan batal pindah kamis jumat besok lusa siti budi yang kedua pertama mau saya pak halo".split(
    " ",
  ),
  ..."ok oke siap jadi datang konfirmasi benar salah kok lama cepetan makasih tolong dong deh aja kode tunggu".split(
    " ",
  ),
  ..."ga nggak sudahlah lupakan 2 10 agustus ? ! # yes no cancel please maybe why #status #tersedia {siti} {budi}".split(
    " ",
  ),
);
const messageOf = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(words, { minLength: 1, maxLength: 4 }).map((said) => said.join(" ")),
    fc.string({ maxLength: 30 }),
  );

/** What comes of a message after a question is nothing, or what would come of it without one. */
async function checkOthers(question: string, message: string, setting: Setting = {}): Promise<void> {
  const [asked, unasked] = [await open(setting), await open(setting)];
  await asked.send(question);
  const before = await asked.bookings();
  await asked.send(message);
  await unasked.send(message);
  const [after, alone] = [await asked.bookings(), await unasked.bookings()];
  if (JSON.stringify(after) !== JSON.stringify(before)) expect(after).toEqual(alone);
}

/** A yes does what the message behind it does, and the question changed nothing. */
async function checkYes(question: string, answer: string, setting: Setting = {}): Promise<void> {
  const { words = indonesian } = setting;
  const [asked, told] = [await open(setting), await open({ words })];
  const before = await asked.bookings();
  const reply = await asked.send(question);
  const [choice] = reply?.choices ?? [];
  expect(choice?.label).toBe(words.buttons.yes);
  expect(reply?.text).toContain(choice?.text);
  expect(await asked.bookings()).toEqual(before);
  asked.restart();
  await asked.send(answer);
  await told.send(choice?.text ?? "");
  expect(await asked.bookings()).toEqual(await told.bookings());
  if (!/^#(?:perpanjang|extend)/.test(question)) expect(await asked.bookings()).not.toEqual(before);
}

describe("after a question", () => {
  it.prop([fc.oneof(doubtful, fc.constantFrom(...unclear)), messageOf(word)], {
    numRuns,
  })("anything but a yes does what it does by itself", async (asks, says) => {
    fc.pre(!saysYes(says, indonesian.languages));
    await checkOthers(asks, says);
  });

  it.prop([doubtful, yes], { numRuns })("a yes does exactly what the question said", (asks, says) =>
    checkYes(asks, says),
  );

  it.prop([doubtfulInEnglish, messageOf(englishWord)], { numRuns: englishRuns })(
    "in English anything but a yes does what it does by itself",
    async (asks, says) => {
      fc.pre(!saysYes(says, english.languages));
      await checkOthers(asks, says, { words: english });
    },
  );

  it.prop([doubtfulInEnglish, yesInEnglish], { numRuns: englishRuns })(
    "in English a yes does exactly what the question said",
    (asks, says) => checkYes(asks, says, { words: english }),
  );

  once("does not pass where another word is a yes", async () => {
    const [first, ...others] = indonesian.languages;
    if (first === undefined) throw new Error("No language.");
    const languages = [{ ...first, agreeing: [...first.agreeing, "cepetan"] }, ...others];
    const words = { ...indonesian, languages };
    await expect(checkOthers("#batal {budi} kayaknya", "cepetan", { words })).rejects.toThrow();
  });

  once("does not pass where a yes is taken for another message", async () => {
    const spy = (desk: Desk): Desk => ({
      ...desk,
      async recall(query) {
        const content = await desk.recall(query);
        return content?.replace(/#batal (\w{4}-\w{4})/, "#pindah $1 10 Agustus 2017");
      },
      note: ({ after: _, ...note }) => desk.note(note),
    });
    await expect(checkYes("#batal {budi} kayaknya", "ya", { spy })).rejects.toThrow();
  });

  once("does not pass where the question is forgotten", async () => {
    const spy = (desk: Desk): Desk => ({
      ...desk,
      recall: async () => undefined,
      note: ({ after: _, ...note }) => desk.note(note),
    });
    await expect(checkYes("#batal {budi} kayaknya", "ya", { spy })).rejects.toThrow();
  });
});

describe("a question that is quoted", () => {
  once("is answered by the yes, and never taken for the code in it", async () => {
    const desk = createDesk({ offices: [smallOffice], store: memoryStore(), secret, now: () => at });
    const chat = createChat({ desk, format: passportFormat, words: indonesian });
    let sent = 0;
    const send = async (text: string, quoted?: string) => {
      const message = { channel: "test", id: String(sent++), sender: "ani", text, at };
      const [reply] = await chat.receive(quoted === undefined ? message : { ...message, quoted });
      return reply?.text ?? "";
    };
    await send("#Ani#01011981#08082017");
    const question = await send("#batal kayaknya");
    await send("halo");
    await send("ya", question);
    expect(await desk.find({ sender: "test:ani" })).toMatchObject([{ state: "held" }]);
    await send("ya", await send("#batal kayaknya"));
    expect(await desk.find({ sender: "test:ani" })).toMatchObject([{ state: "cancelled" }]);
  });
});
