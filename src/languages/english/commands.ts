import type { CommandWords } from "../../chat/command-words.js";
import type { Say } from "../../chat/say.js";
import type { CompleteCommandVocabulary } from "../../message/language.js";
import { combine, listPhrases } from "../phrase-list.js";

export const commands: CompleteCommandVocabulary = /* @__PURE__ */ listAll();

function listAll(): CompleteCommandVocabulary {
  return {
    commands: {
      cancel: ["cancel", "cancel booking"],
      status: [
        "status",
        ...listPhrases(
          "check status, check, do i have an appointment, do i have a booking, do i have a place, am i booked, is my booking confirmed",
        ),
      ],
      reschedule: [
        "reschedule",
        ...listPhrases("change, change date, change the date, change day, change the day, move, postpone"),
        ...combine(
          "reschedule, change, move, postpone, push",
          "to, it to, my booking to, my appointment to, the appointment to, the booking to",
        ),
      ],
      extend: ["extend", "more time"],
      availability: ["availability", "available", "slots", "schedule"],
      wait: ["wait", "waiting list", "waitlist"],
      help: ["help", "info", "format", "menu"],
    },
    commandFillers:
      "i we my the a an our this that to can could may put add join booking bookings reservation appointment slot visit queue code number no nr it with for is me us on of now today ok okay yes right away just go ahead and here heres",
    wishes: "want need would like wish wanna please pls plz must have id",
    reasons: listReasons(),
    pleas: listPhrases("could you, can you please, please, pls, plz, kindly"),
    reasonWords: "as since due because bc cause coz cuz cos",
    aboutPhrases: listPhrases(
      "for, of, in the name of, under the name of, under the name, under, on behalf of, the one for, the one on, the one of, named, name",
    ),
    lookalikes:
      "chance chang cancer charge changed chained lance canal hello held statue status states infos wart want move more love removed checks cheek chuck extent intend format formal formats menus helps extended",
    conditions: "if unless provided assuming whether",
    hedges:
      "maybe perhaps probably possibly might think guess how what why when where who which should wonder wondering unsure supposing",
    questionWords: {
      asking: "is are there any anything do does have has got still when what which days",
      room: [
        "slot slots room place places space spaces free available availability full open closed",
        "left work works possible opening openings vacancy vacancies appointment appointments",
      ].join(" "),
    },
    choosing: {
      ordinals: { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 },
      before: "number no option choice",
      beside: "one then that i ill take let lets us make it is fine ok okay yes",
      either: "or and",
      from: "from",
      to: "to",
      picking: "the one that for of under name in on booking appointment",
    },
    assents: listPhrases(
      "ok, okay, okey, k, yes, yes please, yep, yeah, yup, sure, fine, agreed, confirm, confirmed, i confirm, please confirm, correct, right, that is right, thats right, all right, alright, i agree, i am coming, im coming, i will come, ill come, i will be there, ill be there, see you, see you then, sounds good, great, perfect, confirming, confirming my appointment, confirming my booking, i confirm my booking, i confirm my appointment",
    ),
    acknowledging: listPhrases(
      "ok, okay, okey, k, fine, all right, alright, great, perfect, sounds good, see you",
    ),
    agreeing: listPhrases(
      "yes, yes please, yep, yeah, yup, y, sure, ok, okay, okey, correct, right, that is right, agreed",
    ),
    refusing: listPhrases("no, nope, no way, not, rather not, i dont, better not"),
    givingUp: [
      "never mind",
      ...listPhrases(
        "nevermind, nvm, forget it, forget about it, forget that, drop it, leave it, let it be, no need, not needed, not any more, not anymore, i changed my mind, changed my mind, call it off, disregard, scratch that, ignore that, some other time, another time, dont, do not",
      ),
    ],
    negations:
      "not no nope never neither nor dont doesnt didnt wont wouldnt cant cannot couldnt isnt arent wasnt wrong delete remove undo unable",
  };
}

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

function listReasons(): readonly string[] {
  const nots =
    "cannot, cant, can not, i cannot, i cant, i can not, we cannot, we cant, unable to, i am unable to, im unable to, wont be able to, i wont be able to, will not be able to, i will not be able to";
  return [
    ...combine(
      nots,
      "come, come that day, make it, attend, be there, travel, get off work, get leave, come on that day, come any more, come anymore",
    ),
    ...combine(
      "i dont need, i do not need, dont need, no longer need, i no longer need, we no longer need, we dont need",
      "it, it any more, it anymore, the appointment, the appointment any more, the appointment anymore, the booking, the slot, this appointment, my appointment",
    ),
    ...listPhrases(
      "wrong date, wrong day, i picked the wrong date, i picked the wrong day, i chose the wrong date, i chose the wrong day, something came up, something has come up, something urgent came up, family emergency, emergency, stuck in traffic, at work, due to work, due to illness, due to a meeting, due to an emergency, my plans changed, my plans have changed, plans changed, our plans changed, change of plans, my car broke down, my flight was cancelled, my trip was cancelled, the trip is cancelled, i am not feeling well, im not feeling well, not feeling well, i already have a passport, i already have my passport, i found my passport, my documents are not ready, my papers are not ready",
    ),
  ];
}
