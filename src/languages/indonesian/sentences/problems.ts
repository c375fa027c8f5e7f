import type { Words } from "../../../chat/words.js";

/** A line for each problem of a message. */
export const problems: Words["problems"] = {
  "too-long": () => "Pesan terlalu panjang.",
  empty: () => "Pesan kosong.",
  "not-a-request": () => "Ini bukan pesan pendaftaran.",
  template: () => "Ini contoh format; isilah dengan data Anda sendiri.",
  "several-people": ({ mostPeople }) =>
    mostPeople === 1
      ? "Satu pesan hanya untuk satu orang. Kirim satu pesan untuk setiap orang."
      : `Satu pesan hanya untuk ${mostPeople} orang paling banyak, satu baris untuk setiap orang.`,
  "extra-field": () => "Isian terlalu banyak.",
  "media-missing": () => "Foto yang diminta belum ada.",
  missing: ({ name }) => `${name}: belum diisi.`,
  placeholder: ({ name }) => `${name}: isilah dengan data Anda sendiri.`,
  "not-a-name": ({ name, found }) => `${name}: "${found}" bukan nama orang.`,
  "not-a-date": ({ name, found }) => `${name}: "${found}" bukan tanggal. Tulis seperti 17-08-1990.`,
  "incomplete-date": ({ name, found }) =>
    `${name}: "${found}" belum lengkap. Tulis tanggal, bulan dan tahun.`,
  "no-such-day": ({ name, found }) => `${name}: "${found}" tidak ada dalam kalender.`,
  "several-days": ({ name, found }) => `${name}: "${found}" lebih dari satu hari. Tulis satu tanggal saja.`,
  "unclear-date": ({ name, found }) =>
    `${name}: "${found}" belum pasti. Tulis tanggalnya saja, seperti 17-08-1990.`,
  ambiguous: ({ name, found, field }) => {
    if (field === "code")
      return "Kirim satu kode saja, tanpa kata lain; untuk membatalkan, #batal dan kodenya.";
    if (field === "whole") return "Maksud pesan ini belum jelas.";
    return `${name}: "${found}" dapat dibaca lebih dari satu cara. Tulis tanggal, nama bulan dan tahun.`;
  },
  "in-the-past": ({ name, found }) => `${name}: "${found}" sudah lewat.`,
  "in-the-future": ({ name, found }) => `${name}: "${found}" belum terjadi.`,
  "too-far": ({ name, found }) => `${name}: "${found}" terlalu jauh.`,
  "weekday-disagrees": ({ name, found }) => `${name}: hari dan tanggal pada "${found}" tidak cocok.`,
  "not-a-choice": ({ name, choices }) => `${name}: pilih salah satu: ${choices.join(", ")}.`,
  "not-a-number": ({ name, found }) => `${name}: "${found}" bukan angka.`,
  "wrong-length": ({ name, found, limits }) => `${name}: panjang "${found}" tidak sesuai${only(limits)}.`,
  "out-of-range": ({ name, found, limits }) => `${name}: "${found}" di luar batas${only(limits)}.`,
  "not-accepted": ({ name, found, limits }) => `${name}: "${found}" tidak dapat diterima${only(limits)}.`,
  "code-missing": () =>
    "Kirim kode booking yang ada dalam balasan kami. Untuk melihatnya lagi, balas #status.",
  "code-wrong-length": ({ found }) =>
    `Kode "${found}" tidak lengkap atau terlalu panjang. Salin kode dari pesan kami.`,
  "code-foreign-character": ({ found, character, lookAlikes }) => {
    const meant = lookAlikes.length === 0 ? "" : ` Mungkin maksudnya ${lookAlikes.join(" atau ")}?`;
    const what = character === "" ? "ada tanda yang" : `tanda ${character}`;
    return `Kode "${found}": ${what} tidak dipakai dalam kode.${meant} Salin kode dari pesan kami.`;
  },
  "code-check-failed": ({ found }) => `Kode "${found}" salah tulis. Salin kode dari pesan kami.`,
};

function only(limits: string): string {
  return limits === "" ? "" : `; yang diterima: ${limits}`;
}
