import type { LabelVocabulary } from "../../message/language.js";
import { listPhrases } from "../phrase-list.js";

export const labels: LabelVocabulary = /* @__PURE__ */ listAll();

function listAll(): LabelVocabulary {
  return {
    fieldLabels: {
      personName: listPhrases(
        "nama lengkap anda, nama lengkap pemohon, nama lengkap sesuai ktp, nama lengkap, nama pemohon paspor, nama pemohon, nama pendaftar, nama calon pemohon, nama sesuai ktp, nama anda, nama saya, nama kamu, nama, nm",
      ),
      birthDate: listPhrases(
        "tempat tanggal lahir, tempat dan tanggal lahir, tempat tgl lahir, tempat dan tgl lahir, tmpt tgl lahir, tanggal lahir, tanggal kelahiran, tgl lahir, tgl kelahiran, tgllahir, tanggallahir, tgl lhr, tgl lahirnya, tanggal lahirnya, lahir, ttl",
      ),
      arrivalDate: listPhrases(
        "tanggal kedatangan, tgl kedatangan, tanggal datang, tgl datang, tanggalkedatangan, tglkedatangan, tanggal kunjungan, tgl kunjungan, tanggal layanan, tgl layanan, tanggal pelayanan, tanggal antrian, tgl antrian, tanggal hadir, tgl hadir, tanggal rencana kedatangan, tanggal rencana datang, tanggal permohonan, tanggal pembuatan paspor, rencana datang, rencana kedatangan, rencana kunjungan, rencana hadir, waktu kedatangan, waktu datang, waktu kunjungan, jadwal kedatangan, jadwal datang, jadwal kunjungan, hari tanggal kedatangan, hari tgl kedatangan, hari tanggal datang, hari dan tanggal, hari dan tanggal kedatangan, hari tanggal, hari tgl, hari kedatangan, hari datang, tanggal booking, tgl booking, tanggal reservasi, tanggal yang diinginkan, tanggal yang dipilih, kedatangan, datang",
      ),
      date: ["tanggal", "tgl"],
    },
    placeholders: [
      "nama anda disini",
      "nama anda di sini",
      "isi nama",
      "tulis nama",
      "tidak ada",
      "kosong",
      "anda",
      "contoh nama",
    ],
    conjunctions: "dan serta",
    exampleWords: "contoh contohnya cth misal misalnya format formatnya",
    keywords: "daftar reg registrasi booking antri antrian pesan",
    codeLabels: [
      "kodenya",
      "kode booking",
      "kode antrian",
      "kode barcode",
      "nomor barcode",
      "nomor booking",
      "no booking",
      "kode",
      "barcode",
    ],
    codeAsides: [
      "eh",
      "balas dengan kode ini",
      "balas dengan kode ini sebelum pukul",
      "kode ini",
      "anda",
      "ini kodenya",
      "berikut kodenya",
    ],
    spokenSigns: "tagar hashtag hestek",
    otherLabels: listPhrases(
      "nik, no nik, nomor nik, nik ktp, no ktp, nomor ktp, nomor induk kependudukan, kk, no kk, nomor kk, hp, no hp, nomor hp, nohp, no handphone, no hp aktif, no hp wa, handphone, wa, no wa, nomor wa, no whatsapp, nomor whatsapp, whatsapp, no telepon, nomor telepon, no telp, no tlp, no tel, nomor telp, telepon, telp, tlp, kontak, email, e mail, alamat, alamat email, alamat rumah, alamat lengkap, domisili, kelurahan, kecamatan, kota, provinsi, kode pos, rt rw, jenis kelamin, jk, kelamin, gender, agama, pekerjaan, status perkawinan, status pernikahan, kewarganegaraan, warga negara, pendidikan, golongan darah, nama ibu, nama ibu kandung, nama ayah, nama bapak, nama orang tua, jenis paspor, jenis layanan, jenis permohonan, jumlah pemohon, no paspor, nomor paspor, umur, usia",
    ),
  };
}
