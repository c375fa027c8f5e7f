import type { CourtesyVocabulary } from "../../message/language.js";
import { combine, listPhrases } from "../phrase-list.js";

export const courtesies: CourtesyVocabulary = /* @__PURE__ */ listCourtesies();

function listCourtesies(): CourtesyVocabulary {
  return {
    courtesies: [
      ...combine(
        "for your, for your kind",
        "help, time, understanding, patience, service, assistance, support, attention, consideration, reply",
      ),
      ...combine("good", "morning, afternoon, evening, day, night"),
      ...combine("have a, and have a", "nice, good, great, lovely, wonderful, pleasant").flatMap((wish) =>
        combine(wish, "day, evening, weekend, week, one"),
      ),
      ...listPhrases(
        "morning, hello, hello there, hi, hi there, hey, hey there, greetings, dear, dear sir, dear madam, dear sir or madam, dear sir madam, to whom it may concern, please, pls, plz, plss, kindly, sorry, so sorry, i am sorry, im sorry, very sorry, apologies, my apologies, i apologize, i apologise, how are you, how are you doing, hope you are well, i hope you are well, hope you are doing well, hope this finds you well, excuse me, pardon me, sir, madam, maam, team, all, everyone, guys, mate, folks, friend",
      ),
      ...combine(
        "sorry, apologies, i apologize, i apologise, so sorry, im sorry, i am sorry",
        "for the trouble, for the inconvenience, for any inconvenience, for the short notice, for the late notice, about that, about this, for bothering you, to bother you",
      ),
      ...combine(
        "thank you, thanks, many thanks, thx",
        "very much, so much, a lot, again, for everything, for the help, for understanding",
      ),
      ...listPhrases(
        "thank you, thankyou, thanks, thank u, thnx, thx, tnx, ty, tysm, tq, cheers, many thanks, much appreciated, appreciate it, i appreciate it, i appreciate your help, regards, best regards, kind regards, warm regards, best wishes, all the best, best, sincerely, yours sincerely, yours faithfully, yours truly, respectfully, take care, god bless, god bless you, bless you, bye, goodbye, looking forward to it, looking forward to seeing you, looking forward to hearing from you, looking forward to your reply, looking forward, haha, hehe, lol, in advance, oh, well, ok, okay",
      ),
      "sent from my",
    ],
    asides: [
      ...combine(
        "i would like to, i want to, i wish to, id like to, i need to, can i, may i, could i",
        "book, register, apply, make an appointment, book an appointment, make a booking, get a queue number, reserve a place, book a slot",
      ),
      ...combine(
        "for, on behalf of",
        "my son, my daughter, my wife, my husband, my mother, my father, my brother, my sister, my child, my mom, my dad, my mum, my friend, myself, me, one person, 1 person",
      ),
      ...listPhrases(
        "for my, new passport, passport renewal, renew passport, renewal, passport application, passport appointment, lost passport, passport, for a new passport, for a passport, for passport renewal, for passport, my data, my details, my information, here is, here are, here it is, here you go, this is, these are, as requested, as follows, below, fwd, fw, forwarded, if possible, registration, registration form, application, appointment, booking, note, notes, purpose, remarks, holiday, tourism, study, business, work",
      ),
    ],
    signatures: listPhrases("sent from, sent via, sent with, sent using, get outlook, yahoo mail"),
    honorifics: "mr mrs ms miss dr sir madam",
  };
}
