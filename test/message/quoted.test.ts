import { bookingCodes, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

const today = "2017-11-01";
const code = "7HXW9TB6";
const ours =
  "Nama: BUDI\nTanggal lahir: 17 Agustus 1980\n\nKode booking Anda:\n7HXW-9TB6\n\nBalas dengan kode ini.";
const twoCodes = "Booking mana?\n\nBudi, menunggu\n7HXW-9TB6\n\nAni, menunggu\n2345-678S";

const read = (text: string, quoted: string) =>
  parseMessage(text, passportFormat, { today, quoted, codes: bookingCodes });

describe("a message that quotes one with a code", () => {
  it.each([
    "ok",
    "Oke pak, terima kasih",
    "Ya",
    "siap!",
    "setuju",
    "👍",
    "👍🏽",
    "✅ ok",
    "saya konfirmasi",
    "Yes please",
  ])("means that code where it agrees: %s", (text) => {
    expect(read(text, ours)).toEqual({ kind: "code", code });
  });

  it.each([
    ["#batal", "cancel"],
    ["mau batal ya pak", "cancel"],
    ["#status", "status"],
    ["ganti tanggal 12 November", "reschedule"],
  ])("asks for it of that booking: %s", (text, command) => {
    expect(read(text, ours)).toMatchObject({ kind: "command", command, code });
  });

  it.each([
    "tidak",
    "jangan",
    "ok, tapi bukan tanggal itu",
    "ya tidak jadi",
    "ok?",
    "apa ini?",
    "jangan dibatalkan",
    "ok besok saja",
    "bukan saya",
    "not ok",
    "👎",
    "❌ ok",
    "",
    "terima kasih",
    "ok ".repeat(30_000),
  ])("says no more than it says: %.40j", (text) => {
    expect(read(text, ours)).toEqual(parseMessage(text, passportFormat, { today, codes: bookingCodes }));
  });

  it.each(["2345-678S", "#batal 2345678S", "#Ani#01011990#20112017", "7HXW-9TB", "#batal 7HXW9TB"])(
    "means what it says itself: %s",
    (text) => {
      expect(read(text, ours)).toEqual(parseMessage(text, passportFormat, { today, codes: bookingCodes }));
    },
  );

  it.each(["#bantuan", "#jadwal 12 November", "daftar tunggu"])("has no need of it: %s", (text) => {
    expect(read(text, ours)).not.toHaveProperty("code");
  });

  it.each([
    ["several codes", twoCodes],
    ["none", "Untuk mendapat nomor antrian, kirim pesan seperti ini."],
    ["a mistyped one", "Kode booking Anda:\n7HXW-9TB7"],
    ["a word that begins a line with one", "7HXW-9TB6 bukan kode saya"],
    ["one far down", `${"\n".repeat(5000)}7HXW-9TB6`],
    ["nothing", ""],
  ])("takes none from a quotation with %s", (_, quoted) => {
    expect(read("ok", quoted)).toMatchObject({ kind: "not-understood" });
    expect(read("#batal", quoted)).not.toHaveProperty("code");
  });

  it("takes one that stands there twice", () => {
    expect(read("ok", `${ours}\n7HXW-9TB6`)).toEqual({ kind: "code", code });
  });

  it("takes nothing else from it: a quoted command or request is not repeated", () => {
    expect(read("ok", "#batal\n7HXW-9TB6")).toEqual({ kind: "code", code });
    expect(read("ok", "#Budi#17081980#20112017")).toMatchObject({ kind: "not-understood" });
  });
});
