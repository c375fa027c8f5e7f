import type { Words } from "../../chat/words.js";
import { commandWords } from "./commands.js";
import { englishVocabulary } from "./english-vocabulary.js";
import { actions } from "./sentences/actions.js";
import { conversation } from "./sentences/conversation.js";
import { problems } from "./sentences/problems.js";

/** English; dates are written `Tuesday, 18 July 2017`, which every reader of English reads alike. */
export const english: Words = /* @__PURE__ */ assemble();

function assemble(): Words {
  return {
    tag: "en-GB",
    languages: [englishVocabulary],
    fieldNames: {
      name: "Name",
      birthDate: "Date of birth",
      arrivalDate: "Date of arrival",
      office: "Office",
    },
    buttons: {
      yes: "Yes",
      no: "No",
      confirm: "Confirm",
      again: "Book again",
      wait: "Waiting list",
      extend: "More time",
      cancel: "Cancel",
    },
    problems,
    ...actions,
    ...conversation,
    ...commandWords,
  };
}
