import type { CommandWords } from "../../chat/command-words.js";
import type { Say } from "../../chat/say.js";
import type { CompleteCommandVocabulary } from "../../message/language.js";

export const commands: CompleteCommandVocabulary = {
  commands: {
    cancel: ["cancel", "cancel booking"],
    status: ["status", "check status", "check"],
    reschedule: [
      "reschedule",
      "change",
      "change date",
      "move",
      "reschedule to",
      "reschedule it to",
      "reschedule my booking to",
      "reschedule my appointment to",
      "change to",
      "change it to",
      "change my booking to",
      "change my appointment to",
      "move to",
      "move it to",
      "move my booking to",
      "move my appointment to",
    ],
    extend: ["extend", "more time"],
    availability: ["availability", "available", "slots", "schedule"],
    wait: ["wait", "waiting list", "waitlist"],
    help: ["help", "info", "format", "menu"],
  },
  commandFillers:
    "i we my the a to can could put add join booking appointment code number it with for is me on",
  wishes: "want need would like please pls must",
  reasons: [
    "because",
    "since",
    "as i",
    "i cannot come",
    "i cant come",
    "i can not come",
    "i cannot make it",
    "i cant make it",
    "cannot come",
    "cant come",
    "cannot make it",
    "cant make it",
    "i dont need it",
    "i do not need it",
    "dont need it",
    "dont need it any more",
    "dont need it anymore",
    "i am sick",
    "im sick",
    "i am ill",
    "im ill",
    "wrong date",
    "wrong day",
    "something came up",
  ],
  conditions: "if unless provided",
  hedges: "maybe perhaps probably possibly might think guess how what why when",
  questionWords: {
    asking: "is are there any do does have has got still when what which days",
    room: /* @__PURE__ */ [
      "slot slots room place places space spaces free available availability full open closed",
      "opening openings vacancy vacancies appointment appointments",
    ].join(" "),
  },
  choosing: {
    ordinals: { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 },
    before: "number no option choice",
    beside: "one then that i ill take let lets us make it is fine ok okay",
  },
  assents: [
    "ok",
    "okay",
    "okey",
    "k",
    "yes",
    "yep",
    "yeah",
    "yup",
    "sure",
    "fine",
    "agreed",
    "confirm",
    "confirmed",
    "correct",
    "right",
    "that is right",
    "all right",
    "i agree",
    "i confirm",
    "i am coming",
  ],
  negations:
    "not no nope never neither nor dont doesnt didnt wont wouldnt cant cannot couldnt isnt arent wasnt wrong delete remove undo unable",
};

export const commandWords: CommandWords = {
  help: (example, say) =>
    say.paragraphs(
      `For a queue number at ${say.here}, send a message like this with your own data:\n${example}`,
      `Then answer with the booking code that we send.\n${commandsInShort(say)}`,
    ),
  which: {
    cancel: (list) => `Which booking is to be cancelled? Answer #cancel and its code.\n\n${list}`,
    reschedule: (list) =>
      `Which booking is to be moved? Answer #reschedule, its code and the date.\n\n${list}`,
    extend: (list) => `Which booking needs more time? Answer #extend and its code.\n\n${list}`,
  },
};

/** What may be sent besides, in one line. */
export function commandsInShort(say: Say): string {
  const move = say.hasMoves ? ", #reschedule moves it" : "";
  const cancel = say.hasCancels ? ", #cancel cancels it" : "";
  return `#status shows your booking${move}${cancel}; #availability shows the days that are free.`;
}
