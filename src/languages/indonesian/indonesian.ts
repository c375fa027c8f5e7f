import type { Words } from "../../chat/words.js";
import { englishVocabulary } from "../english/english-vocabulary.js";
import { commandWords } from "./commands.js";
import { indonesianVocabulary } from "./indonesian-vocabulary.js";
import { actions } from "./sentences/actions.js";
import { conversation } from "./sentences/conversation.js";
import { problems } from "./sentences/problems.js";

/** Indonesian, in the polite form. */
export const indonesian: Words = /* @__PURE__ */ assemble();

function assemble(): Words {
  return {
    tag: "id",
    languages: [indonesianVocabulary, englishVocabulary],
    fieldNames: {
      name: "Nama",
      birthDate: "Tanggal lahir",
      arrivalDate: "Tanggal kedatangan",
      office: "Kantor",
    },
    buttons: {
      yes: "Ya",
      confirm: "Konfirmasi",
      no: "Tidak",
      again: "Pesan lagi",
      wait: "Daftar tunggu",
      extend: "Perpanjang",
      cancel: "Batalkan",
    },
    problems,
    ...actions,
    ...conversation,
    ...commandWords,
  };
}
