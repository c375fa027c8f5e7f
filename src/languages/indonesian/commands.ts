import type { CommandWords } from "../../chat/command-words.js";
import type { Say } from "../../chat/say.js";
import type { CompleteCommandVocabulary } from "../../message/language.js";

export const commands: CompleteCommandVocabulary = {
  commands: {
    cancel: ["batal", "batalkan", "dibatalkan", "membatalkan", "batalin", "dibatalin", "pembatalan"],
    status: ["status", "cek status", "cek"],
    reschedule: [
      "pindah",
      "ubah",
      "ubah jadwal",
      "ganti jadwal",
      "ganti tanggal",
      "ubah tanggal",
      "jadwal ulang",
      "ganti hari",
      "ganti ke",
      "pindahkan",
      "pindahin",
    ],
    extend: ["perpanjang", "perpanjangan", "tambah waktu"],
    availability: ["tersedia", "jadwal", "kuota", "cek kuota", "cek jadwal", "sisa kuota", "slot"],
    wait: ["tunggu", "daftar tunggu", "antre tunggu"],
    help: ["bantuan", "bantu", "tolong bantu", "info", "format", "menu", "panduan"],
  },
  commandFillers:
    "saya aku bisa antrian antrean booking kode nomor no dengan untuk utk ini itu nya jadwal tanggal tgl di lah aja saja deh ajalah",
  wishes: "mau ingin minta pengen pengin ingin mohon tolong harap",
  reasons: /* @__PURE__ */ listReasons(),
  conditions: "kalau kalo klo kl jika bila apabila seandainya andai asal asalkan",
  hedges: "mungkin kayaknya kayanya sepertinya rasanya mgkn barangkali apakah apa gimana bagaimana caranya",
  questionWords: {
    asking: "ada adakah apa apakah masih msh kapan mana yang berapa brp",
    room: "bisa slot kuota tempat kosong lowong luang penuh tersedia antrian antrean buka tutup libur",
  },
  choosing: {
    ordinals: { pertama: 1, kedua: 2, ketiga: 3, keempat: 4, kelima: 5, terakhir: -1 },
    before: "nomor nomer no pilihan opsi urutan ke",
    beside:
      "yang yg ambil pilih lah boleh deh itu kalau kalo klo kl begitu gitu jadi udah sudah iya ok oke aja saja",
    either: "atau ato dan",
    from: "dari",
    to: "ke jadi menjadi",
    picking: "yang yg itu atas nama an milik punya untuk utk booking antrian antrean hari",
  },
  assents: [
    "ok",
    "oke",
    "okey",
    "okay",
    "okeh",
    "oce",
    "siap",
    "sip",
    "baik",
    "ya",
    "iya",
    "y",
    "yoi",
    "setuju",
    "benar",
    "betul",
    "bener",
    "sesuai",
    "konfirmasi",
    "jadi",
    "lanjut",
    "ya benar",
    "sudah benar",
    "sudah sesuai",
    "saya setuju",
    "saya datang",
    "saya konfirmasi",
  ],
  agreeing: /* @__PURE__ */ [
    "ya iya iyah iyaa yaa y yoi yes yup ok oke okey okay okeh oce siap sip setuju benar betul bener",
    "sure",
  ]
    .join(" ")
    .split(" "),
  refusing:
    /* @__PURE__ */ "tidak tdk tak ga gak gk nggak ngga enggak engga ogah bukan no nggaklah gaklah".split(
      " ",
    ),
  givingUp: [
    "tidak jadi",
    "tdk jadi",
    "tak jadi",
    "ga jadi",
    "gak jadi",
    "gk jadi",
    "nggak jadi",
    "ngga jadi",
    "enggak jadi",
    "engga jadi",
    "gajadi",
    "gakjadi",
    "g jadi",
    "ga usah",
    "gak usah",
    "tidak usah",
    "nggak usah",
    "tidak perlu",
    "ga perlu",
    "gak perlu",
    "sudahlah",
    "udahlah",
    "ya sudahlah",
    "sudah lah",
    "udah lah",
    "lupakan",
    "lupain",
    "abaikan",
    "lain kali",
    "urung",
    "jangan",
    "jangan dulu",
    "jgn",
    "jgn dulu",
  ],
  negations:
    "tidak tdk tak ga gak gk nggak ngga enggak engga ogah bukan jangan jgn jngn belum blm urung gagal salah keliru hapus",
};

export const commandWords: CommandWords = {
  help: (example, say) =>
    say.paragraphs(
      `Untuk mendapat nomor antrian di ${say.here}, kirim pesan seperti ini dengan data Anda:\n${example}`,
      `Lalu balas dengan kode booking yang kami kirim.\n${commandsInShort(say)}`,
    ),
  which: {
    cancel: (list) => `Booking mana yang dibatalkan? Balas #batal dan kodenya.\n\n${list}`,
    reschedule: (list) => `Booking mana yang dipindahkan? Balas #pindah, kodenya dan tanggalnya.\n\n${list}`,
    extend: (list) => `Booking mana yang diperpanjang? Balas #perpanjang dan kodenya.\n\n${list}`,
  },
};

/** What may be sent besides, in one line. */
export function commandsInShort(say: Say): string {
  const move = say.hasMoves ? ", #pindah memindahkannya" : "";
  const cancel = say.hasCancels ? ", #batal membatalkannya" : "";
  return `#status menunjukkan booking Anda${move}${cancel}; #tersedia menunjukkan hari yang masih kosong.`;
}

function listReasons(): readonly string[] {
  const nots = ["tidak", "tdk", "tak", "ga", "gak", "gk", "nggak", "ngga", "enggak", "belum"];
  const things = [
    "bisa datang",
    "bisa hadir",
    "bisa",
    "dapat datang",
    "dapat hadir",
    "jadi datang",
    "sempat",
    "perlu",
  ];
  return [
    ...nots.flatMap((not) => things.map((thing) => `${not} ${thing}`)),
    ...[
      "karena",
      "karna",
      "krn",
      "soalnya",
      "sebab",
      "berhalangan",
      "berhalangan hadir",
      "sakit",
      "lagi sakit",
    ],
    ...[
      "anak sakit",
      "anak saya sakit",
      "ada acara",
      "ada keperluan",
      "ada urusan",
      "ada halangan",
      "salah tanggal",
    ],
    ...[
      "salah hari",
      "salah pilih tanggal",
      "salah pilih hari",
      "mendadak",
      "sibuk",
      "kerja",
      "dinas",
      "luar kota",
    ],
  ];
}
