import { fc, test } from "@fast-check/vitest";
import {
  bookingCodes,
  defineMessageFormat,
  englishVocabulary,
  field,
  type MessageFormat,
  parseMessage,
  type Values,
} from "giliran";
import { describe, expect } from "vitest";
import { passportFormat } from "./passport-format.js";

const today = "2017-11-01";
const numRuns = 2000;

const name = fc.constantFrom(
  "Budi",
  "SITI NURHALIZA",
  "D'Angelo O’Neill",
  "Dr. Siti Aminah, S.H.",
  "R.A. Kartini",
  "Ahmad bin Abdullah",
  "Ravi a/l Kumar",
  "Anne-Marie Jean-Pierre",
  "José Peña Müller",
  "Li",
  "王小明",
  "Ольга Петрова",
  "سارة أحمد",
  "क्‍षमा",
  "Agustus Mei",
  "Dan Brown",
);
const birth = fc.constantFrom(
  ["17081980", "1980-08-17"],
  ["170880", "1980-08-17"],
  ["17-08-1980", "1980-08-17"],
  ["Bandung, 5 Mei 1999", "1999-05-05"],
  ["29 Feb 2000", "2000-02-29"],
  ["tgl 1 bln 2 thn 2003", "2003-02-01"],
);
const arrival = fc.constantFrom(
  ["20112017", "2017-11-20"],
  ["20 November", "2017-11-20"],
  ["Senin, 20-11-2017 jam 9 pagi", "2017-11-20"],
  ["besok", "2017-11-02"],
  ["senin depan", "2017-11-06"],
  ["3 hari lagi", "2017-11-04"],
);

type Lay = (name: string, birth: string, arrival: string) => string;

/** How people lay out the three values. */
const layouts: readonly Lay[] = [
  (...values) => `#${values.join("#")}`,
  (...values) => values.join("#"),
  (...values) => `# ${values.join(" # ")}`,
  (...values) => `#${values.join("\n#")}`,
  (...values) => `# ${values.join("\n# ")}`,
  (...values) => `#${values.join("##")}#`,
  (...values) => `＃${values.join("＃")}`,
  (...values) => `#️⃣${values.join("#️⃣")}`,
  (...values) => `*${values.join("*")}`,
  (...values) => `#*${values.join("*#*")}*`,
  (...values) => `DAFTAR #${values.join("#")}`,
  (...values) => `#DAFTAR#${values.join("#")}`,
  (one, two, three) => `#Nama: ${one}#Tgl lahir: ${two}#Tgl kedatangan: ${three}`,
  (one, two, three) => `Nama: ${one}\nTanggal Lahir: ${two}\nTanggal Kedatangan: ${three}`,
  (one, two, three) => `1. Nama : ${one}\n2. Tempat/Tgl Lahir : ${two}\n3. Tgl Datang : ${three}`,
];

/** What stands around a request and is none of it. */
const surroundings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Selamat pagi pak,\n${text}`,
  (text) => `${text}\nTerima kasih banyak 🙏`,
  (text) => `Assalamu'alaikum\n\n${text}\n\nWassalam, mohon dibantu ya min`,
  (text) => `> ${text.replaceAll("\n", "\n> ")}`,
  (text) => `*${text}*`,
  (text) => `“${text}”`,
  (text) => `\u200f${text}\u200e`,
  (text) => `  ${text}  \n\n`,
  (text) => `[10.30, 1/11/2017] Budi: ${text}`,
  (text) => `${text}\n\nSent from my iPhone`,
];

describe("a generated message", () => {
  test.prop([name, birth, arrival, fc.constantFrom(...layouts), fc.constantFrom(...surroundings)], {
    numRuns,
  })(
    "is read, however it is laid out and whatever stands around it",
    (name, [birth = "", birthDate], [arrival = "", arrivalDate], lay, surround) => {
      const text = surround(lay(name, birth, arrival));
      const parsed = parseMessage(text, passportFormat, { today });
      const expected = { name: name.normalize("NFC"), birthDate, arrivalDate };
      expect({ text, ...parsed }).toMatchObject({ text, kind: "request", values: expected });
    },
  );

  test.prop(
    [
      fc.array(fc.tuple(name, birth, arrival), { minLength: 2, maxLength: 3 }),
      fc.constantFrom("\n", " ", "\n\n", "\ndan\n"),
    ],
    { numRuns },
  )("of several people is refused", (people, between) => {
    fc.pre(new Set(people.map(([name]) => name)).size > 1);
    const text = people.map(([name, [birth], [arrival]]) => `#${name}#${birth}#${arrival}`).join(between);
    expect({ text, ...parseMessage(text, passportFormat, { today }) }).toMatchObject({
      text,
      kind: "not-understood",
    });
  });

  test.prop([fc.string({ maxLength: 200, unit: "grapheme" })], { numRuns })(
    "of any signs is answered, never thrown at",
    (text) => {
      expect(parseMessage(text, passportFormat, { today }).kind).toMatch(
        /^(request|code|command|not-understood)$/u,
      );
    },
  );

  test.prop(
    [
      fc.array(
        fc.constantFrom(
          "#",
          "*",
          "\n",
          " ",
          "Budi",
          "17081980",
          "20112017",
          "Nama",
          "nama:",
          "besok",
          "batal",
          "7HXW9TB6",
          "contoh",
          "dan",
          "1.",
          ">",
        ),
        { maxLength: 14 },
      ),
    ],
    { numRuns: 5000 },
  )("of pieces in any order never gives dates that were not written", (pieces) => {
    const parsed = parseMessage(pieces.join(" "), passportFormat, { today });
    if (parsed.kind !== "request") return;
    expect(parsed.values).toMatchObject({ birthDate: "1980-08-17" });
    // "1." twice is a date as well.
    expect(["2017-11-20", "2017-11-02", "2018-01-01"]).toContain(parsed.values.arrivalDate);
  });
});

describe("the code of a booking", () => {
  const code = fc
    .uint8Array({ minLength: 64, maxLength: 64 })
    .map((bytes) => bookingCodes.draw((length) => bytes.slice(0, length).map((byte) => byte % 232)));
  const writings: readonly ((code: string) => string)[] = [
    (code) => code,
    (code) => code.toLowerCase(),
    (code) => bookingCodes.format(code),
    (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
    (code) => [...code].join(" "),
    (code) => [...code].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(""),
  ];
  const sentences: readonly ((code: string) => string)[] = [
    (code) => code,
    (code) => `${code}.`,
    (code) => `#${code}`,
    (code) => `*${code}*`,
    (code) => `Kode booking: ${code}`,
    (code) => `kode saya ${code} pak, terima kasih`,
    (code) => `\u200e${code}\u200e`,
    (code) => `selamat pagi, ini kodenya\n${code}\nterima kasih`,
  ];

  test.prop([code, fc.constantFrom(...writings), fc.constantFrom(...sentences)], { numRuns })(
    "is found in a sentence",
    (code, write, say) => {
      const text = say(write(code));
      expect({ text, ...parseMessage(text, passportFormat, { today }) }).toEqual({
        text,
        kind: "code",
        code,
      });
    },
  );

  test.prop(
    [
      code,
      fc.constantFrom(...writings),
      fc.constantFrom(
        "batal ",
        "BATALKAN ",
        "#batal ",
        "#batal#",
        "mau batal ya pak ",
        "tolong batalkan kode ",
      ),
    ],
    { numRuns },
  )("is found beside a command", (code, write, command) => {
    const text = command + write(code);
    expect({ text, ...parseMessage(text, passportFormat, { today }) }).toMatchObject({
      text,
      kind: "command",
      command: "cancel",
      code,
    });
  });

  test.prop(
    [code, fc.nat(7), fc.constantFrom(..."23456789BCDFGHJKLMNPQRSTVWXYZ"), fc.constantFrom(...sentences)],
    { numRuns },
  )("with one wrong sign is a problem of its check character", (code, place, sign, say) => {
    fc.pre(code.charAt(place) !== sign);
    const wrong = code.slice(0, place) + sign + code.slice(place + 1);
    fc.pre(/\d/u.test(wrong) && /[A-Z]/u.test(wrong));
    expect(parseMessage(say(wrong), passportFormat, { today })).toMatchObject({
      problems: [{ code: "code-check-failed", field: "code" }],
    });
  });
});

describe("a printed message", () => {
  const fields = {
    name: field.personName(),
    birth: field.birthDate(),
    arrival: field.arrivalDate(),
    issued: field.date(),
    identity: field.digits({ length: [4, 16] }),
    purpose: field.choice({ new: ["baru"], renewal: ["perpanjang", "ganti"] }),
    people: field.integer({ least: 1, most: 50 }),
    address: field.text({ labels: ["alamat"] }),
  };
  const template = "name#birth#arrival#issued#identity#purpose#people#address?";
  const formats: readonly [MessageFormat, ...MessageFormat[]] = [
    defineMessageFormat(`#${template}`, fields),
    defineMessageFormat(`PASPOR#${template}`, fields),
    defineMessageFormat(template.replaceAll("#", "*"), fields, { languages: [englishVocabulary] }),
  ];
  const date = (min: string, max: string) =>
    fc
      .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
  const values = fc.record(
    {
      name,
      birth: date("1888-01-01", "2017-10-31"),
      arrival: date("2017-11-01", "2018-11-02"),
      issued: date("1800-01-01", "2199-12-31"),
      identity: fc.stringMatching(/^[0-9]{4,16}$/u),
      purpose: fc.constantFrom("new", "renewal"),
      people: fc.integer({ min: 1, max: 50 }),
      address: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
    },
    { requiredKeys: ["name", "birth", "arrival", "issued", "identity", "purpose", "people"] },
  );

  /** A picture that hides a mark of the layout, which the next message would lose. */
  const hidden = {
    name: "Budi",
    birth: "1970-01-01",
    arrival: "2017-11-01",
    issued: "1970-01-01",
    identity: "0000",
    purpose: "new",
    people: 1,
  } as const;
  const hiddenMarks = [...'>*_`"“”•'].map((mark): [MessageFormat, typeof hidden & { address: string }] => [
    formats[0],
    { ...hidden, address: `🌀${mark}$${mark}🌀` },
  ]);

  test.prop([fc.constantFrom(...formats), values], { numRuns, examples: hiddenMarks })(
    "says again what was parsed from it",
    (format, written) => {
      const parse = (values: Values) => parseMessage(format.print(values), format, { today });
      const first = parse(written);
      if (first.kind === "request") {
        const again = parse(first.values);
        expect(again.kind === "request" && again.values).toEqual(first.values);
      } else expect(first.kind).not.toBe("code");
    },
  );

  test.prop([fc.constantFrom(...formats), values], { numRuns })(
    "is understood, where no text in it has a delimiter",
    (format, written) => {
      const { address: _, ...plain } = written;
      const parsed = parseMessage(format.print(plain), format, { today });
      expect(parsed.kind === "request" && parsed.values).toEqual({
        ...plain,
        name: plain.name.normalize("NFC"),
      });
    },
  );
});
