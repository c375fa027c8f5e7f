import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  field,
  InvalidConfigError,
  indonesian,
  memoryStore,
} from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const at = Date.parse("2017-08-07T07:00+07:00");
const north = defineOffice({ ...smallOffice, id: "north" });
const desk = createDesk({ offices: [smallOffice], store: memoryStore(), now: () => at });
const twoOffices = createDesk({ offices: [smallOffice, north], store: memoryStore(), now: () => at });
const name = field.personName();
const birthDate = field.birthDate();
const arrivalDate = field.arrivalDate();

describe("createChat", () => {
  it.each([
    ["format", { format: defineMessageFormat("#name#birthDate", { name, birthDate }) }],
    ["format[1]", { format: [passportFormat, defineMessageFormat("#name#birthDate", { name, birthDate })] }],
    ["format", { format: [] }],
    [
      "format",
      {
        format: defineMessageFormat("#fullName#birthDate#arrivalDate#name", {
          fullName: name,
          birthDate,
          arrivalDate,
          name: field.text(),
        }),
      },
    ],
    ["personKey", { format: defineMessageFormat("#name#arrivalDate", { name, arrivalDate }) }],
    ["office", { desk: twoOffices }],
    ["office", { office: "nowhere" }],
    ["words", { words: undefined as never }],
    ["format", { format: null as never }],
    ["barcode", { barcode: "png" as never }],
    ["fieldnames", { fieldnames: {} }],
  ])("names %s as what is wrong", (path, wrong) => {
    const create = () => createChat({ desk, format: passportFormat, words: indonesian, ...wrong });
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(expect.objectContaining({ path }));
  });
});

it.each([createChat, createDesk])("settings are asked for by $name", (create) => {
  expect(() => create(undefined as never)).toThrow(InvalidConfigError);
  expect(() => create({} as never)).toThrow(expect.objectContaining({ name: "InvalidConfigError" }));
});

describe("a message", () => {
  const chat = createChat({ desk, format: passportFormat, words: indonesian });
  const message = { channel: "test", id: "1", sender: "ani", text: "#status", at };

  it.each([
    { channel: "" },
    { id: "" },
    { sender: "" },
    { at: Number.NaN },
    { at: 1_500_000_000 },
    { channel: "a:b" },
  ])("lacks nothing, as with %j", async (wrong) => {
    await expect(chat.receive({ ...message, ...wrong })).rejects.toThrow(TypeError);
  });

  it("has an id and a sender that a desk can keep", async () => {
    const text = "#Ani#01011981#10082017";
    await expect(chat.receive({ ...message, text, id: "x".repeat(300) })).rejects.toThrow(/requestId/);
    await expect(chat.receive({ ...message, text, sender: "a\0b" })).rejects.toThrow(/sender/);
  });

  it("goes to the office that a function names", async () => {
    const routed = createChat({
      desk: twoOffices,
      format: passportFormat,
      words: indonesian,
      office: ({ text }) => (text.includes("10082017") ? "north" : smallOffice.id),
    });
    await routed.receive({ ...message, text: "#Ani#01011981#10082017" });
    expect(await twoOffices.find({ officeId: "north", date: "2017-08-10" })).toHaveLength(1);
  });

  it("counts people by the caller's own key where there is one", async () => {
    const format = defineMessageFormat("#nik#arrivalDate", {
      nik: field.digits({ length: 16 }),
      arrivalDate,
    });
    const keyed = createChat({
      desk,
      format,
      words: indonesian,
      fieldNames: { nik: "NIK" },
      personKey: ({ nik }) => String(nik),
    });
    const [held] = await keyed.receive({ ...message, id: "2", text: "#3174051708800001#10082017" });
    expect(held?.text).toMatch(/^NIK: 3174051708800001$/m);
    const [refused] = await keyed.receive({
      ...message,
      id: "3",
      sender: "budi",
      text: "#3174051708800001#11082017",
    });
    expect(refused?.text).toMatch(/sudah punya booking/);
  });

  it("may have to bring a picture", async () => {
    const format = defineMessageFormat(
      "#name#birthDate#arrivalDate",
      { name, birthDate, arrivalDate },
      { media: "required" },
    );
    const strict = createChat({ desk, format, words: indonesian });
    const request = { ...message, sender: "cici", text: "#Cici#02011982#10082017" };
    expect((await strict.receive({ ...request, id: "4" }))[0]?.text).toMatch(/Foto yang diminta belum ada/);
    expect((await strict.receive({ ...request, id: "5", media: ["photo.jpg"] }))[0]?.text).toMatch(
      /Kode booking Anda/,
    );
  });
});
