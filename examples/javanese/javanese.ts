import { indonesianVocabulary, type Words } from "giliran";
import { javaneseVocabulary } from "./javanese-vocabulary.js";
import { actions } from "./sentences/actions.js";
import { conversation } from "./sentences/conversation.js";
import { problems } from "./sentences/problems.js";

/** Javanese in krama, the polite speech. */
export const javanese: Words = {
  tag: "jv",
  languages: [javaneseVocabulary, indonesianVocabulary],
  commands: {
    cancel: "#batal",
    status: "#status",
    reschedule: "#pindhah",
    extend: "#tambah wekdal",
    availability: "#kothong",
    wait: "#nengga",
    help: "#pitulungan",
  },
  fieldNames: { name: "Asma", birthDate: "Tanggal miyos", arrivalDate: "Tanggal rawuh", office: "Kantor" },
  buttons: { again: "Pesen malih", wait: "Nengga", extend: "Tambah wekdal", cancel: "Batal" },
  problems,
  ...actions,
  ...conversation,
};
