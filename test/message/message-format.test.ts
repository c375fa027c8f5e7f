import { fc, test } from "@fast-check/vitest";
import {
  bookingCodes,
  defineMessageFormat,
  field,
  InvalidConfigError,
  type MessageFormatOptions,
  parseMessage,
} from "giliran";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { passportFormat } from "./passport-format.js";

const today = "2017-11-01";
const name = field.personName();
const arrival = field.arrivalDate();
const note = field.text();

describe("a template", () => {
  it.each([
    ["name", { name }, "expected fields divided by one of"],
    ["#name#other", { name }, 'expected one of the fields name, found "other"'],
    ["#name#name", { name }, 'expected each field once, found "name" again'],
    ["#name", { name, arrival }, 'expected the field "arrival", found it in no place'],
    ["#name?#arrival", { name, arrival }, "expected optional fields, with ?, at the end only"],
    ["#name?", { name }, "expected at least one field without ?"],
  ])("%s is refused when it is defined", (template, fields, message) => {
    const define = () => defineMessageFormat(template, fields);
    expect(define).toThrow(InvalidConfigError);
    expect(define).toThrow(`template: ${message}`);
  });

  it.each<[MessageFormatOptions, string]>([
    [{ delimiters: ["-"] }, "delimiters: "],
    [{ languages: [] }, "languages: "],
    [{ party: { most: 1, shared: [] } }, "party.most: "],
    [{ party: { most: 3, shared: ["day"] } }, "party.shared: "],
  ])("with %j is refused with the path of what is wrong", (options, path) => {
    expect(() => defineMessageFormat("#name#arrival", { name, arrival }, options)).toThrow(path);
  });
});

describe("several formats", () => {
  const walkIn = defineMessageFormat("#name#arrival", { name, arrival });
  const visa = defineMessageFormat("VISA#name#arrival", { name, arrival });

  it("are told apart by their keyword", () => {
    const parsed = parseMessage("visa#Budi#besok", [walkIn, visa], { today });
    expect(parsed).toMatchObject({ kind: "request", format: { template: "VISA#name#arrival" } });
  });

  it("are told apart by their shape", () => {
    const parse = (text: string) => parseMessage(text, [walkIn, passportFormat], { today });
    expect(parse("#Budi#besok")).toMatchObject({ kind: "request", format: { template: "#name#arrival" } });
    expect(parse("#Budi#17081980#besok")).toMatchObject({ kind: "request", format: passportFormat });
  });

  it("that both fit are refused", () => {
    const other = defineMessageFormat("#name#day", { name, day: field.arrivalDate() });
    expect(parseMessage("#Budi#besok", [walkIn, other], { today })).toMatchObject({
      problems: [{ code: "ambiguous", field: "whole" }],
    });
  });
});

describe("a parsed request", () => {
  it("says for each value where it came from, and whether it was stated", () => {
    const parsed = parseMessage("#Nama: Budi#17-8-80#20 Nov 2017", passportFormat, { today });
    expect(parsed.kind === "request" && parsed.evidence).toEqual({
      name: { text: "Budi", index: 7, basis: "stated" },
      birthDate: { text: "17-8-80", index: 12, basis: "assumed" },
      arrivalDate: { text: "20 Nov 2017", index: 20, basis: "stated" },
    });
  });

  it("that fails says all that is wrong at once, in the order of the text", () => {
    expect(parseMessage("#Nama#31-02-1980#20-11-2071", passportFormat, { today })).toMatchObject({
      problems: [
        { code: "placeholder", field: "name", index: 1, found: "Nama" },
        { code: "no-such-day", field: "birthDate", index: 6, found: "31-02-1980" },
        { code: "too-far", field: "arrivalDate", index: 17, found: "20-11-2071" },
      ],
    });
  });

  it("is checked by a field's schema, which may change the value", () => {
    const schema = z.string().max(5, "a short name").toUpperCase();
    const format = defineMessageFormat("#name#arrival", { name: field.personName({ schema }), arrival });
    expect(parseMessage("#Budi#besok", format, { today })).toMatchObject({ values: { name: "BUDI" } });
    expect(parseMessage("#Suharto#besok", format, { today })).toMatchObject({
      problems: [{ code: "not-accepted", field: "name", expected: "a short name" }],
    });
  });

  it("may lack what is optional", () => {
    const format = defineMessageFormat("#name#arrival#note?", { name, arrival, note });
    expect(parseMessage("#Budi#besok", format, { today })).toMatchObject({ values: { name: "Budi" } });
    expect(parseMessage("#Budi#besok#kursi roda", format, { today })).toMatchObject({
      values: { note: "kursi roda" },
    });
    expect(parseMessage("#Budi##kursi roda", format, { today })).toMatchObject({
      problems: [{ code: "missing", field: "arrival" }],
    });
  });
});

describe("a format", () => {
  it("is a Standard Schema", () => {
    const { validate } = passportFormat["~standard"];
    expect(validate({ text: "#Budi#17081980#20112017", today })).toEqual({
      value: { name: "Budi", birthDate: "1980-08-17", arrivalDate: "2017-11-20" },
    });
    expect(validate({ text: "#Budi##20112017", today })).toMatchObject({ issues: [{ path: ["birthDate"] }] });
    expect(validate("#Budi")).toMatchObject({
      issues: [{ message: "expected { text, today: YYYY-MM-DD }" }],
    });
  });

  it("takes the codes and languages that are passed with a message before its own", () => {
    const format = defineMessageFormat("#name#arrival", { name, arrival });
    expect(parseMessage("7hxw-9tb6", format, { today }).kind).toBe("not-understood");
    expect(parseMessage("7hxw-9tb6", format, { today, codes: bookingCodes }).kind).toBe("code");
  });

  test.prop([
    fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    fc.nat(3000),
  ])("has an example that books nothing, on its day and later", (date, daysLater) => {
    const iso = (days: number) => new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const example = passportFormat.example({ today: iso(0) });
    expect(parseMessage(example, passportFormat, { today: iso(daysLater) })).toMatchObject({
      kind: "not-understood",
      problems: [{ code: "template" }],
    });
  });
});
