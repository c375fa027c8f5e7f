/** The order in which a numeric date is written. Year first (`1980-08-17`) is read in every language. */
export type DateOrder = "day-first" | "month-first";

export type DatePartName = "day" | "month" | "year";

/** `coming`: the next one. `next`: said of the next one and of next week's, so both must be the same day. */
export type WeekdayRule = "coming" | "next" | "this-week" | "next-week";

/** Commands that are about one booking and change it. */
export type BookingCommand = "cancel" | "reschedule" | "extend";

/** Commands that are answered with one sentence: `help` tells what can be sent. */
export type ToldCommand = "help";

export type CommandName = BookingCommand | ToldCommand | "status" | "availability" | "wait";

/**
 * All that is known of what people write in a language, as data, so that their messages can be read. Words are lower case
 * without apostrophes. A string of several words lists spellings, separated by blanks; an array lists phrases. In a
 * phrase `#` stands for a number and `@` for a weekday.
 */
export interface Language
  extends DateVocabulary,
    TimeVocabulary,
    BesideDateVocabulary,
    LabelVocabulary,
    CommandVocabulary,
    CourtesyVocabulary {
  /** BCP 47, such as `id`. */
  readonly tag: string;
}

/** What dates are written with. */
export interface DateVocabulary {
  /** Both, where the writer's country decides; a date that differs between them is refused as ambiguous. */
  readonly dateOrders: readonly DateOrder[];
  /** Twelve strings of spellings, January first. Beginnings of three letters and more need no listing. */
  readonly months: readonly string[];
  /** Twelve months as numerals of letters, January first; a slip in one would be another, so none is mended. */
  readonly monthNumerals: string;
  /** Seven strings of spellings, Monday first. */
  readonly weekdays: readonly string[];
  /** Number words that add up: `{ satu: 1, sepuluh: 10, twenty: 20 }`. Ordinals too. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Number words that multiply the one before: `{ puluh: 10, ratus: 100 }`. */
  readonly multipliers: Readonly<Record<string, number>>;
  /** Number words that raise the one before: `{ belas: 10 }`. */
  readonly raisers: Readonly<Record<string, number>>;
  /** What may cling to a day's digits: `st nd rd th`. */
  readonly ordinalEndings: string;
  /** Phrases for a day counted from today: `{ "hari ini": 0, besok: 1 }`; `%` is a part of a day (`nanti %`). */
  readonly relativeDays: Readonly<Record<string, number>>;
  /** Phrases that count: `{ "# hari lagi": 1, "# minggu lagi": 7 }`; the value is days for each. */
  readonly countedDays: Readonly<Record<string, number>>;
  readonly weekdayPhrases: Readonly<Record<string, WeekdayRule>>;
  /** Phrases for a day of this month (0) or of the next (1): `{ "# bulan ini": 0 }`. */
  readonly monthPhrases: Readonly<Record<string, number>>;
  /** Phrases that take a day back or leave it open: "bukan", "sebelum", "sekitar". */
  readonly unclear: readonly string[];
  /** Phrases that name several days, or none in particular: "minggu depan", "@ ke #", "sampai". */
  readonly spans: readonly string[];
  /** Words between two days of which one is wanted: `atau`. */
  readonly alternatives: string;
  /** Words in front of a part of a date: `{ day: "tanggal tgl", month: "bulan bln", year: "tahun thn" }`. */
  readonly partLabels: Readonly<Record<DatePartName, string>>;
  /** Letters of format words: `dmy` for "ddmmyyyy". */
  readonly formatLetters: string;
}

/** What times of day are said with. */
export interface TimeVocabulary {
  /**
   * Words in front of a time of day (`jam 9`) and behind one (`9 wib`), between the ends of a range (`8 sampai 9`), and in
   * front of a time that is its end (`sebelum jam 10`) or its beginning (`setelah jam 9`).
   */
  readonly timeWords: {
    readonly before: string;
    readonly after: string;
    readonly between: string;
    readonly until: string;
    readonly since: string;
  };
  /** Phrases for a part of a day, in local time: `{ pagi: "05:00-11:00", "habis dzuhur": "12:30-15:00" }`. */
  readonly dayParts: Readonly<Record<string, string>>;
  /** Phrases for a time by its hour, and by how many minutes it is off: `{ "setengah #": -30 }`; a second `#` is minutes. */
  readonly hourPhrases: Readonly<Record<string, number>>;
  /** Phrases that may stand beside a time of day and change nothing: "sekitar", "kalau bisa". */
  readonly timeAsides: readonly string[];
}

/** What may stand beside a date and leaves it as it is. */
export interface BesideDateVocabulary {
  /** Words that may stand beside a date and change nothing. */
  readonly dateFillers: string;
  /** Phrases of that kind; a `#` at the end is any digits: "works for me", "kirim ke #". */
  readonly dateAsides: readonly string[];
  /** Words around an age, which may stand beside a birth date: `umur 37`, `37 tahun`. */
  readonly ageWords: { readonly before: string; readonly after: string };
  /** What else forms ask for there: `laki perempuan islam kristen`. */
  readonly birthAsides: string;
  /** Names of places, as far as they are to be known in lower case too, and words in front of one: `di kota`. */
  readonly places: { readonly names: string; readonly before: string };
}

/** What stands beside values: what fields and codes are called, and what shows that a value is none, or two. */
export interface LabelVocabulary {
  /** What people and templates call a field, by the field's kind: `{ personName: ["nama lengkap", "nama"] }`. */
  readonly fieldLabels: Readonly<Record<string, readonly string[]>>;
  /** What stands where a name should be: "nama anda", "tidak ada". */
  readonly placeholders: readonly string[];
  /** Words between two names that make them two people: `dan`. */
  readonly conjunctions: string;
  /** Words that make a name more than one person: `sekeluarga dkk`. */
  readonly companies: string;
  /** What introduces a name and is no part of it: "atas nama", "nama saya adalah". */
  readonly introductions: readonly string[];
  /** Degrees and the like behind a name: `skom mm jr`. */
  readonly degrees: string;
  /** Everyday words that are no part of a name: `mau tanya kok`. */
  readonly commonWords: string;
  /** Endings of such words that no place's name has: `nya`, as in "sepertinya". */
  readonly commonEndings: string;
  /** What announces an example or a template: "contoh", "format". */
  readonly exampleWords: string;
  /** Words that other services want in front of a message: `daftar reg`. */
  readonly keywords: string;
  /** What people call a booking code: "kode booking". */
  readonly codeLabels: readonly string[];
  /** What may stand beside a code and change nothing, such as the sentence that asks for it. */
  readonly codeAsides: readonly string[];
  /** What other forms ask for: "no hp", "nik". A line with such a label is passed over. */
  readonly otherLabels: readonly string[];
  /** What the sign between values is called where somebody speaks a message: `tagar`. */
  readonly spokenSigns: string;
}

/** What a message is begun and ended with, and how people are addressed. */
export interface CourtesyVocabulary {
  /** Greetings, thanks and pleas, which a message may begin and end with. */
  readonly courtesies: readonly string[];
  /** What stands before a person's name: `pak bu`. */
  readonly honorifics: string;
  /** What may stand around a request and change nothing: "saya mau daftar", "paspor baru". */
  readonly asides: readonly string[];
  /** What a mail program's signature begins with, a whole line: "sent from". */
  readonly signatures: readonly string[];
  /** What closes a letter above its writer's name, a whole line: "kind regards". */
  readonly closings: readonly string[];
  /** How people tell more than they ask for. */
  readonly telling: {
    /** What begins a clause that is polite to its end: "semoga", "thanks for". */
    readonly politely: readonly string[];
    /** What begins a clause in front of a request that introduces it: "perkenalkan saya", "I would like". */
    readonly introducing: readonly string[];
    /** Of whom and what people tell why they can't come (`anak mobil`), whose they are (`saya my`), and that it is so (`lagi is`). */
    readonly subjects: string;
    readonly owners: string;
    readonly states: string;
    /** Endings of words that say whose something is (`nya`), and how verbs begin and end that tell what happened (`di`, `ed`). */
    readonly subjectEndings: string;
    readonly stateBeginnings: string;
    readonly stateEndings: string;
    /** Those of the states that tell so at the beginning of a clause too: "lagi di jalan". */
    readonly openingStates: string;
    /** Words by which people say that they come, or may, which is no reason to stay away (`datang bisa`), and that they hope so. */
    readonly attending: string;
    readonly hoping: string;
    /** Words by which people tell what is not so: `tidak cannot`. */
    readonly nots: string;
    /** Words that limit, add to or put off what is said beside them: `tapi juga nanti`. No clause with one is passed over. */
    readonly limits: string;
  };
}

/** What people ask for, choose, agree to and refuse with. */
export interface CommandVocabulary {
  /** What each command is called, first as a chat writes it. One that is left out is not read in this language. */
  readonly commands: Readonly<Partial<Record<CommandName, Spellings>>>;
  /** Words that may stand around a command and change nothing: `saya mau`. */
  readonly commandFillers: string;
  /** Words by which a command is wanted rather than told of: `mau`, as in "saya mau batal". */
  readonly wishes: string;
  /** Why somebody cancels or moves: "tidak bisa datang". */
  readonly reasons: readonly string[];
  /** What makes a question a plea: "could you", as in "could you cancel it?" */
  readonly pleas: readonly string[];
  /** Words that begin a reason in somebody's own words: `karena`. */
  readonly reasonWords: string;
  /** What stands in front of the person or the day that a command is about: "atas nama", "yang". */
  readonly aboutPhrases: readonly string[];
  /** Common words and names that are one letter away from a command: `nanti` is no slip of `ganti`. */
  readonly lookalikes: string;
  /** Words that set a condition (`kalau`), and words of somebody who is not sure (`mungkin`). */
  readonly conditions: string;
  readonly hedges: string;
  /** What makes a question for free places: words that ask (`ada masih`) and what is asked for (`slot tempat`). */
  readonly questionWords: { readonly asking: string; readonly room: string };
  /**
   * How people choose from a list: words for a position in it, from 1 on or -1 for the last one, words in front of its number
   * (`nomor 2`), and words that may stand beside either and change nothing (`yang`).
   */
  readonly choosing: {
    readonly ordinals: Readonly<Record<string, number>>;
    readonly before: string;
    readonly beside: string;
    /** Words between two of which one is to be chosen: `atau`. */
    readonly either: string;
    /** Words in front of the day that is left and of the one that is wanted: `dari`, `ke`. */
    readonly from: string;
    readonly to: string;
    /** Words beside the name or the day by which a booking is picked: `yang punya`. */
    readonly picking: string;
  };
  /** What says yes and nothing else, where a message with a code is quoted: "ok", "setuju". */
  readonly assents: readonly string[];
  /** Those of them that say no more than that something was read: "ok", "siap". */
  readonly acknowledging: readonly string[];
  /** What says yes to any question at all: "ya", "yes". */
  readonly agreeing: readonly string[];
  /** What says no to any question at all: "tidak", "no". */
  readonly refusing: readonly string[];
  /** What says that somebody wants nothing any more, first as a chat writes it: "tidak jadi", "never mind". */
  readonly givingUp: Spellings;
  /** Words that may turn round what is said of a code: `not don't never`. Beside one nothing is done. */
  readonly negations: string;
}

type Spellings = readonly [string, ...string[]];

/** A vocabulary in which no command is left out. */
export interface CompleteCommandVocabulary extends CommandVocabulary {
  readonly commands: Readonly<Record<CommandName, Spellings>>;
}
