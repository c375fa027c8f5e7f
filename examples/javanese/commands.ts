import type { CommandVocabulary } from "giliran";

export const commands: CommandVocabulary = {
  commands: {
    cancel: ["batal", "mbatalaken", "dipunbatalaken", "batalake"],
    status: ["status", "priksa"],
    reschedule: ["pindhah", "pindah", "gantos tanggal", "ganti tanggal"],
    extend: ["tambah wekdal", "tambah wektu"],
    availability: ["kothong", "kosong", "papan kothong"],
    wait: ["nengga", "ngenteni"],
    help: ["pitulungan", "bantuan", "pandom"],
  },
  commandFillers: "kula aku badhe arep nyuwun saged booking kode tanggal kangge dhateng",
  questionWords: {
    asking: "menapa wonten taksih isih ana",
    room: "papan kothong kosong kebak slot bikak tutup",
  },
  choosing: {
    ordinals: { kapisan: 1, pungkasan: -1 },
    before: "nomer angka kaping",
    beside: "ingkang sing mawon wae nggih",
  },
  assents: ["nggih", "inggih", "iya", "ok", "saged", "sampun leres", "leres"],
  negations: "mboten ora ampun aja dereng durung sanes dudu wurung lepat salah",
};
