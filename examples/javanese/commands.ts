import type { CommandWords, CompleteCommandVocabulary } from "giliran";

export const commands: CompleteCommandVocabulary = {
  commands: {
    cancel: ["batal", "mbatalaken", "dipunbatalaken", "batalake"],
    status: ["status", "priksa"],
    reschedule: ["pindhah", "pindah", "gantos tanggal", "ganti tanggal"],
    extend: ["tambah wekdal", "tambah wektu"],
    availability: ["kothong", "kosong", "papan kothong"],
    wait: ["nengga", "ngenteni"],
    help: ["pitulungan", "bantuan", "pandom"],
  },
  commandFillers: "kula aku saged booking kode tanggal kangge dhateng",
  wishes: "badhe arep nyuwun",
  reasons: ["amargi", "merga", "mboten saged rawuh", "ora iso teka", "sakit"],
  pleas: ["nyuwun tulung", "tulung"],
  reasonWords: "amargi merga amarga jalaran",
  aboutPhrases: ["atas nama", "kangge", "ingkang", "sing"],
  lookalikes: "indah batak nanging",
  conditions: "menawi yen",
  hedges: "mbok menawi kados kadosipun menapa pripun",
  questionWords: {
    asking: "menapa wonten taksih isih ana",
    room: "papan kothong kosong kebak slot bikak tutup",
  },
  choosing: {
    ordinals: { kapisan: 1, pungkasan: -1 },
    before: "nomer angka kaping",
    beside: "ingkang sing mawon wae nggih",
    either: "utawi utawa lan",
    from: "saking",
    to: "dhateng dados",
    picking: "ingkang sing kagungan kangge",
  },
  assents: ["nggih", "inggih", "iya", "ok", "saged", "sampun leres", "leres"],
  acknowledging: ["ok"],
  agreeing: ["nggih", "inggih", "iya", "ok", "leres"],
  refusing: ["mboten", "ora", "sanes", "dudu"],
  givingUp: ["mboten sios", "ora sida", "mboten saestu", "wis ben", "sampun mawon", "ampun", "aja"],
  negations: "mboten ora ampun aja dereng durung sanes dudu wurung lepat salah",
};

export const commandWords: CommandWords = {
  help: (example, say) =>
    `Kangge angsal nomer antrian ing ${say.here}, kintun pesen kados mekaten:\n${example}\n\nLajeng wangsuli mawi kode booking saking kula. #status nedahaken booking,${say.hasMoves ? " #pindhah mindhah," : ""} #batal mbatalaken; #kothong nedahaken dinten ingkang kothong.`,
  which: {
    cancel: (list) => `Booking pundi ingkang dipunbatalaken? Wangsuli #batal lan kodenipun.\n\n${list}`,
    reschedule: (list) =>
      `Booking pundi ingkang dipunpindhah? Wangsuli #pindhah, kodenipun lan tanggalipun.\n\n${list}`,
    extend: (list) => `Booking pundi? Wangsuli #tambah wekdal lan kodenipun.\n\n${list}`,
  },
};
