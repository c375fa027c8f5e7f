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
        "ta, ciao, yo, bro, dude, brother, please and, i regret to inform you, i regret to inform you that, regret to inform you, see you, see you there, xoxo, unfortunately, let me know if you need anything, let me know if you need anything else, let me know if anything is missing, please let me know, hiya, morning, hello, hello there, hi, hi there, hey, hey there, greetings, dear, dear sir, dear madam, dear sir or madam, dear sir madam, to whom it may concern, please, pls, plz, plss, kindly, sorry, so sorry, so sorry but, very sorry but, sorry but, im sorry but, i am sorry but, i am sorry, im sorry, very sorry, apologies, my apologies, i apologize, i apologise, how are you, how are you doing, hope you are well, i hope you are well, hope you are doing well, hope this finds you well, excuse me, pardon me, sir, madam, maam, team, all, everyone, guys, mate, folks, friend",
      ),
      ...combine(
        "sorry, apologies, i apologize, i apologise, so sorry, im sorry, i am sorry",
        "for the trouble, for the inconvenience, for any inconvenience, for the short notice, for the late notice, about that, about this, for bothering you, to bother you",
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
    closings: listPhrases(
      "regards, best regards, kind regards, warm regards, best wishes, sincerely, yours sincerely, yours faithfully, yours truly, respectfully, best, many thanks, thanks, thank you, cheers",
    ),
    telling: {
      politely: listPhrases(
        "awaiting, may god, peace be, wow, brilliant, all good, perfect, excellent, super, hope, i hope, hopefully, thanks, thank you, thx, many thanks, sorry for, sorry about, apologies for, apologies about, i apologise for, i apologize for, appreciate, i appreciate, really appreciate, have a, have an, looking forward, look forward, wish, wishing, enjoy, best, all the best, cheers, was driving, was busy, was at work, awesome, you guys are, you are the, bless",
      ),
      introducing: listPhrases(
        "not good with, kindly, can u, could u, can you, hope i, i, im, id, ive, we, my, this, these, here, heres, here are, first time, hi im, booking for, please register, please book, please sign, sign me up, could you register, could you book, could you sign, can you register, can you book, sent, below, sorry if this is the wrong number, apologies if this is the wrong number, sorry if this is wrong, apologies if this is wrong, sorry to, sorry about, as",
      ),
      subjects:
        "i we im ive were car train bus flight boss kid kids son daughter wife husband mother father mom dad mum baby child family grandmother grandfather school plans doctor something",
      owners: "my our",
      states:
        "is are was were am have has had got gets broke fell passed died needs came been down stuck having feeling sick ill unwell busy away abroad travelling traveling working going leaving pregnant",
      subjectEndings: "",
      stateBeginnings: "",
      stateEndings: "ed ing",
      openingStates: "sorry stuck down feeling having got had been busy working away travelling traveling",
      attending: "come coming attend attending there need can able make",
      hoping: "hope hopefully",
      nots: "cant cannot couldnt didnt wasnt havent hasnt hadnt wont",
      limits:
        "but only just instead still except other another different later also too either both first second rather actually wait hold keep ignore question elsewhere friend neighbour neighbor withdraw mine yours his hers test testing kidding decided joking joke decide sure certain know or then whichever change changed yet",
    },
    honorifics: "mr mrs ms miss dr sir madam",
  };
}
