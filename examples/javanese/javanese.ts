import { indonesianVocabulary, type Words } from "giliran";
import { commandWords } from "./commands.js";
import { javaneseVocabulary } from "./javanese-vocabulary.js";
import { actions } from "./sentences/actions.js";
import { conversation } from "./sentences/conversation.js";
import { problems } from "./sentences/problems.js";

/** Javanese in krama, the polite speech. */
export const javanese: Words = {
  tag: "jv",
  languages: [javaneseVocabulary, indonesianVocabulary],
  fieldNames: { name: "Asma", birthDate: "Tanggal miyos", arrivalDate: "Tanggal rawuh", office: "Kantor" },
  buttons: {
    yes: "Nggih",
    confirm: "Konfirmasi",
    no: "Mboten",
    again: "Pesen malih",
    wait: "Nengga",
    extend: "Tambah wekdal",
    cancel: "Batal",
  },
  problems,
  ...actions,
  ...conversation,
  ...commandWords,
};
