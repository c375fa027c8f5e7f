import { readdirSync, readFileSync } from "node:fs";
import {
  defineMessageFormat,
  defineOffice,
  english,
  field,
  indonesian,
  type MessageFormat,
  type Office,
  type Words,
} from "giliran";
import { javanese } from "../../examples/javanese/javanese.js";
import { type Stage, smallOffice } from "./play-transcript.js";

/** A conversation as it is kept, and what it is played on. */
export interface Transcript {
  /** `id/pindah-hari.txt` */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly stage: Omit<Stage, "openStore">;
}

const folder = new URL("transcripts/", import.meta.url).pathname;

const pusat = defineOffice({ ...smallOffice, group: "indonesia" });
const bali = defineOffice({ ...pusat, id: "bali", name: "Kantor Imigrasi Bali", timeZone: "Asia/Makassar" });
const papua = defineOffice({
  ...pusat,
  id: "jayapura",
  name: "Kantor Imigrasi Jayapura",
  timeZone: "Asia/Jayapura",
});
export const threeOffices: readonly Office[] = [pusat, bali, papua];

const fields = {
  office: field.office(threeOffices, {
    words: { "jakarta-pusat": ["Jakpus"], bali: ["Bali", "Denpasar"] },
  }),
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
};
const { office: _, ...withoutOffice } = fields;
export const officeBehind: MessageFormat = defineMessageFormat("#name#birthDate#arrivalDate#office?", fields);
const officeInFront = defineMessageFormat("#office#name#birthDate#arrivalDate", fields);
export const noOffice: MessageFormat = defineMessageFormat("#name#birthDate#arrivalDate", withoutOffice);

/** How the messages of a transcript find their office; the others are all behind one number. */
const routes: Readonly<Record<string, Stage["settings"]>> = {
  "a-keyword-in-front.txt": { format: [officeInFront, noOffice] },
  "a-number-for-each.txt": { format: officeBehind, office: { pusat: "jakarta-pusat", bali: "bali" } },
};

function listTranscripts(
  language: string,
  stageOf: (file: string) => Transcript["stage"],
): readonly Transcript[] {
  return readdirSync(folder + language).map((file) => {
    const name = `${language}/${file}`;
    const path = folder + name;
    return { name, path, text: readFileSync(path, "utf8"), stage: stageOf(file) };
  });
}

const languages: Readonly<Record<string, Words>> = { id: indonesian, en: english, jv: javanese };

export const transcripts: readonly Transcript[] = [
  ...Object.entries(languages).flatMap(([language, words]) => listTranscripts(language, () => ({ words }))),
  ...listTranscripts("routing", (file) => ({
    words: indonesian,
    offices: threeOffices,
    settings: routes[file] ?? { format: officeBehind },
  })),
];
