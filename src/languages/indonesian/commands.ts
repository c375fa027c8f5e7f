import type { CommandWords } from "../../chat/command-words.js";
import type { Say } from "../../chat/say.js";
import type { CompleteCommandVocabulary } from "../../message/language.js";
import { combine, listPhrases } from "../phrase-list.js";

export const commands: CompleteCommandVocabulary = /* @__PURE__ */ listAll();

function listAll(): CompleteCommandVocabulary {
  return {
    commands: {
      cancel: [
        "batal",
        "batalkan",
        "dibatalkan",
        "membatalkan",
        "batalin",
        "dibatalin",
        "pembatalan",
        "cancelkan",
        ...combine("saya, sy, aku, kami", "batalkan, batalin, batal, cancel, batal datang, batal hadir"),
        ...combine("batal, cancel", "datang, dateng, hadir, berangkat, dulu, dlu"),
        "cancelin",
        "dicancel",
        "di cancel",
        "di batalkan",
      ],
      status: [
        "status",
        "cek status",
        "cek",
        "cek antrian",
        "cek booking",
        "cek antrian saya",
        "cek booking saya",
        ...combine(
          "dicek, bisa dicek, tolong dicek, mau cek, ngecek, mau ngecek",
          "booking, antrian, booking saya, antrian saya",
        ),
        ...combine("lupa, saya lupa", "kode, kodenya, kode booking, jamnya"),
        "nomor antrian saya",
        "no antrian saya",
      ],
      reschedule: [
        "pindah",
        "ubah",
        ...combine(
          "pindah, pindahkan, dipindahkan, memindahkan, mengubah, geser, ubah, rubah, ganti, undur, majukan",
          "jadwal, tanggal, tgl, hari, ke",
        ),
        "jadwal ulang",
        "atur ulang",
        "pindahkan",
        "pindahin",
        "memindahkan",
        "dipindahkan",
        "dipindah",
        "geser",
        "digeser",
        "undurkan",
        "diundur",
        "dimajukan",
      ],
      extend: ["perpanjang", "perpanjangan", "tambah waktu"],
      availability: [
        "tersedia",
        "jadwal",
        "kuota",
        "cek kuota",
        "cek jadwal",
        "sisa kuota",
        "slot",
        "cek slot",
        "sisa slot",
      ],
      wait: ["tunggu", "daftar tunggu", "antre tunggu"],
      help: ["bantuan", "bantu", "tolong bantu", "info", "format", "menu", "panduan"],
    },
    commandFillers:
      "saya sy aku gue gw kami bisa antrian antrean booking bookingan bokingan kode nomor no dengan untuk utk ini itu nya jadwal tanggal tgl di lah aja saja deh ajalah sj kunjungan janji pendaftaran reservasi tersebut kantor disini disana td tadi sekarang skrg segera iya oke ok sip siap",
    wishes:
      "mau bermaksud berniat izin ijin ingin minta pengen pengin pingin kepingin mohon mhn tolong tlg harap hendak mw",
    reasons: listReasons(),
    pleas: listPhrases("tolong, tlg, mohon, mhn, izin, ijin, minta tolong, bisa bantu, bisa dibantu"),
    reasonWords: "alasan alasannya karena karna krn karen soalnya sebab lantaran berhubung dikarenakan",
    aboutPhrases: [
      "atas nama",
      "a n",
      "an",
      "untuk",
      "utk",
      "buat",
      "yang",
      "yg",
      "milik",
      "punya",
      "nama",
      "namanya",
      "si",
      "bernama",
    ],
    lookalikes:
      "indah natal bata batas batak batam bantal bakal nanti ganja tatus jadwa kota tersedih tunggul tungku bantul bantuin batuan info into formal permata pinda",
    conditions:
      "kalau kalo klo kl jika bila apabila seandainya andai asal asalkan seumpama misal misalkan semisal",
    hedges:
      "mungkin kayaknya kayanya sepertinya rasanya mgkn barangkali apakah apa gimana gmn bagaimana caranya cara kenapa knp mengapa kok dimana kapan siapa berapa brp bolehkah bisakah haruskah bingung ragu entah tanya nanya mikir pikir",
    questionWords: {
      asking: "ada adakah apa apakah masih msh kapan mana yang yg berapa brp",
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
    assents: listPhrases(
      "ok, oke, okey, okay, okeh, oce, okee, okesip, siap, siapp, sip, baik, baiklah, ya, iya, y, yoi, yup, yes, yess, setuju, benar, betul, bener, sesuai, konfirmasi, konfirm, confirm, jadi, lanjut, ya benar, iya benar, iya betul, sudah benar, sudah betul, sudah sesuai, saya setuju, saya datang, saya konfirmasi, saya konfirm, mau konfirmasi, konfirmasi kedatangan, konfirmasi hadir, jadi datang, saya jadi datang, pasti datang, saya pasti datang, siap datang, saya siap datang, insya allah datang, insyaallah datang, insya allah, insyaallah, saya akan datang, akan datang, saya hadir, siap hadir, siap laksanakan, hadir",
    ),
    acknowledging: listPhrases(
      "ok, oke, okey, okay, okeh, oce, okee, okesip, siap, siapp, sip, baik, baiklah, insya allah, insyaallah, siap laksanakan",
    ),
    agreeing: listPhrases(
      "ya, iya, iyah, iyaa, yaa, y, yoi, yes, yup, ok, oke, okey, okay, okeh, oce, siap, sip, setuju, benar, betul, bener, sure",
    ),
    refusing: listPhrases(
      "tidak, tdk, tak, ga, gak, gk, nggak, ngga, enggak, engga, ogah, bukan, no, nggaklah, gaklah",
    ),
    givingUp: [
      "tidak jadi",
      ...combine("tdk, tak, ga, gak, gk, nggak, ngga, enggak, engga, g", "jadi"),
      ...combine("ga, gak, tidak, nggak", "usah, perlu"),
      ...listPhrases(
        "gajadi, gakjadi, sudahlah, udahlah, ya sudahlah, sudah lah, udah lah, lupakan, lupain, abaikan, lain kali, urung, jangan, jangan dulu, jgn, jgn dulu",
      ),
    ],
    negations:
      "tidak tdk tak ga gak gk nggak ngga enggak engga ogah bukan jangan jgn jngn belum blm urung gagal salah keliru hapus",
  };
}

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
  const nots = "tidak, tdk, tak, ga, gak, gk, g, nggak, ngga, enggak, engga";
  return [
    ...combine(
      nots,
      "bisa datang, bisa hadir, dapat datang, dapat hadir, bisa ikut, bisa kesana, bisa ke sana, bisa cuti, bisa izin, bisa hari itu, bisa tanggal itu, bisa jam segitu, jadi datang, jadi berangkat, jadi pergi, jadi umroh, sempat, keburu, enak badan, dapat cuti, dapat izin, diizinkan, ada waktu, ada kendaraan, jadi dateng, bisa dateng, bisa dtg",
    ),
    ...combine("orang tua, orang tua saya", "sakit, meninggal, opname, kecelakaan"),
    ...combine(
      "ada, lagi ada, sedang ada, karena ada",
      "acara, acara keluarga, acara mendadak, keperluan, keperluan lain, keperluan keluarga, keperluan mendadak, urusan, urusan lain, urusan mendadak, urusan keluarga, urusan kantor, halangan, kendala, rapat, meeting, kerjaan, pekerjaan, kuliah, ujian, dinas, tugas, tugas kantor, musibah, tamu",
    ),
    ...combine(
      "lagi, sedang, masih, harus",
      "sakit, dinas, kerja, sibuk, demam, flu, di jalan, di luar negeri, di luar kota, keluar kota, ke luar kota, rapat, kuliah, ujian, opname, dirawat, hamil, lembur, pulang kampung, perjalanan",
    ),
    ...listPhrases(
      "berhalangan, berhalangan hadir, sakit, demam, mendadak, sibuk, kerja, dinas, dinas luar kota, luar kota, keluar kota, di jalan, hujan, hujan deras, banjir, macet, mobil mogok, motor mogok, ban bocor, kesiangan, bangun kesiangan, ketinggalan kereta, ketinggalan pesawat, lembur, bentrok, bentrok kerja, kurang sehat, kurang enak badan, masuk rumah sakit, salah tanggal, salah hari, salah daftar, salah isi, salah jadwal, salah pilih hari, salah pilih, berkas belum lengkap, dokumen belum lengkap, berkas kurang, dokumen kurang, sudah dapat di kantor lain, udah dapat di tempat lain, sudah dapat di tempat lain, sudah dapat jadwal lain, sudah dapat jadwal di kantor lain, sudah daftar di kantor lain, sudah punya paspor, paspor sudah jadi, sudah selesai, anak rewel, ada yang sakit, tiket dibatalkan",
    ),
  ];
}
