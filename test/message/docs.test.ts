import { readFileSync } from "node:fs";
import { completeRequest, defineMessageFormat, field, parseMessage, problemCodes } from "giliran";
import { describe, expect, it } from "vitest";
import { family, passport, visa } from "./docs/formats.js";
import { clinic } from "./docs/spanish-clinic.js";

const today = "2017-11-01";
const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const page = read("../../docs/message-format.md");
const [beforeProblems = "", problemsOn = ""] = page.split("\n## Problems\n");
const listRows = (part: string) =>
  [...part.matchAll(/^\| `([a-z-]+)` \|.*\| `(.+?)`(?: × ([\d,]+))? \|$/gmu)].map(
    ([, code = "", text = "", times = "1"]) => ({
      code,
      text: text.replaceAll("⏎", "\n").repeat(Number(times.replace(",", ""))),
    }),
  );
const rows = listRows(problemsOn);
const doubtRows = listRows(beforeProblems);

describe("docs/message-format.md", () => {
  it("lists every problem code once, in the order of the list", () => {
    expect(rows.map(({ code }) => code)).toEqual(problemCodes);
  });

  it.each(rows)("has an example of $code", ({ code, text }) => {
    const media = code === "media-missing" ? [] : ["a picture"];
    const parsed = parseMessage(text, text.startsWith("VISA") ? visa : passport, { today, media });
    expect(parsed.kind === "not-understood" && parsed.problems.map((problem) => problem.code)).toEqual([
      code,
    ]);
  });

  it.each(doubtRows)("has an example of a doubt that is $code", ({ code, text }) => {
    const parsed = parseMessage(text, passport, { today });
    expect(parsed.kind === "unsure" && parsed.doubts.map(({ why }) => why)).toContain(code);
  });

  it("shows the formats and the clinic that are tested", () => {
    const blocks = [...page.matchAll(/^```ts\n(.*?)^```/gmsu)].map(([, code]) => code);
    expect(blocks).toEqual([read("docs/formats.ts"), read("docs/spanish-clinic.ts")]);
  });
});

describe("a clinic in another language", () => {
  it.each([
    ["#José Núñez#5 mayo 1980#pasado mañana", "1980-05-05", "2017-11-03"],
    ["Nombre: José Núñez\nNacimiento: 5-5-80\nCita: lunes", "1980-05-05", "2017-11-06"],
    ["Buenos días,\nCITA #José Núñez#05051980#20 de noviembre\nmuchas gracias", "1980-05-05", "2017-11-20"],
    ["#José Núñez#el 5 de mayo de 1980#lunes 20/11/2017 a las 9", "1980-05-05", "2017-11-20"],
  ])("reads %j", (text, nacimiento, fecha) => {
    const parsed = parseMessage(text, clinic, { today });
    expect(parsed).toMatchObject({ kind: "request", values: { nombre: "José Núñez", nacimiento, fecha } });
  });

  it.each([
    ["#José y Ana#05051980#20112017", "several-people"],
    ["#Nombre#Nacimiento#Cita", "template"],
    ["#José#05051980#lunes o martes", "ambiguous"],
    ["#José#05051980#la próxima semana", "several-days"],
  ])("refuses %j", (text, code) => {
    const parsed = parseMessage(text, clinic, { today });
    expect(parsed).toMatchObject({ kind: "not-understood", problems: [{ code }] });
  });

  it("takes a choice that may be left out", () => {
    const parsed = parseMessage("#José#05051980#20112017#vacunación", clinic, { today });
    expect(parsed).toMatchObject({ kind: "request", values: { motivo: "vacuna" } });
  });

  it("has an example that books nothing", () => {
    expect(clinic.example({ today })).toBe("#NOMBRE COMPLETO#31121990#01012017");
    expect(parseMessage(clinic.example({ today }), clinic, { today })).toMatchObject({
      problems: [{ code: "template" }],
    });
  });
});

describe("a party", () => {
  it("has a line for each person, and one day for all", () => {
    const text = "#Budi#17081980#20112017\n#Siti#01011990#20112017\n#Ani#02022012";
    const parsed = parseMessage(text, family, { today });
    expect(parsed.kind === "request" && parsed.people.map(({ values }) => values)).toEqual([
      { name: "Budi", birthDate: "1980-08-17", arrivalDate: "2017-11-20" },
      { name: "Siti", birthDate: "1990-01-01", arrivalDate: "2017-11-20" },
      { name: "Ani", birthDate: "2012-02-02", arrivalDate: "2017-11-20" },
    ]);
  });

  it.each([
    "#Budi#17081980#20112017\n#Siti#01011990\n#Ani#02022012\n#Ali#03032013",
    "Budi#17081980#20112017\n\nSiti#01011990\nAni#02022012#20112017\nAli#03032013",
    "#Budi\n#17081980\n#20112017\n#Siti#01011990#20112017\n#Ani#02022012\n#Ali#03032013",
    "#Budi#17081980#20112017\n#Siti#01011990\n#20112017\n#Ani#02022012#20112017\n#Ali#03032013",
  ])("may say the day once, or wherever it likes: %j", (text) => {
    const parsed = parseMessage(text, family, { today });
    expect(parsed.kind === "request" && parsed.people.map(({ values }) => values)).toEqual([
      { name: "Budi", birthDate: "1980-08-17", arrivalDate: "2017-11-20" },
      { name: "Siti", birthDate: "1990-01-01", arrivalDate: "2017-11-20" },
      { name: "Ani", birthDate: "2012-02-02", arrivalDate: "2017-11-20" },
      { name: "Ali", birthDate: "2013-03-03", arrivalDate: "2017-11-20" },
    ]);
  });

  it("that wants two days is asked", () => {
    const parsed = parseMessage("#Budi#17081980#20112017\n#Siti#01011990#21112017", family, { today });
    expect(parsed).toMatchObject({
      kind: "not-understood",
      problems: [{ code: "ambiguous", field: "arrivalDate", index: 39 }],
    });
  });

  it("of more people than allowed is refused", () => {
    const line = (day: number) => `#Budi#1${day}081980#20112017`;
    expect(parseMessage([1, 2, 3, 4, 5, 6].map(line).join("\n"), family, { today })).toMatchObject({
      kind: "not-understood",
      problems: [{ code: "several-people", field: "whole" }],
    });
  });
});

describe("what only stands in a field's place", () => {
  it.each(["VISA Budi#besok", "Halo, VISA Budi#besok", "VISA#Budi#besok"])("is the keyword in %j", (text) => {
    const format = defineMessageFormat("VISA#name#arrivalDate", {
      name: field.personName(),
      arrivalDate: field.arrivalDate(),
    });
    expect(parseMessage(text, format, { today })).toMatchObject({
      kind: "request",
      values: { name: "Budi" },
    });
  });

  it.each(["#batal", "#status", "#ok", "# terima kasih", "# siap ya"])("is no name: %j", (text) => {
    const parsed = parseMessage("#Budi1#17081980#20112017", family, { today });
    if (parsed.kind !== "not-understood" || parsed.nearly === undefined) throw new Error(parsed.kind);
    expect(completeRequest(text, parsed.nearly, { today })).toBeUndefined();
    expect(completeRequest("#Oke Santoso", parsed.nearly, { today })).toMatchObject({ kind: "request" });
  });
});
