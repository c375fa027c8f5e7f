import type { CourtesyVocabulary } from "../../message/language.js";
import { combine, listPhrases } from "../phrase-list.js";

export const courtesies: CourtesyVocabulary = /* @__PURE__ */ listCourtesies();

function listCourtesies(): CourtesyVocabulary {
  return {
    courtesies: [
      ...listPhrases(
        "assalamualaikum warahmatullahi wabarakatuh, assalamualaikum, asslamualaikum, assalamu alaikum, assalamu alaikum warahmatullahi wabarakatuh, aslm, askum, ass wr wb, waalaikumsalam, wassalamualaikum, wassalam, wr wb, salam sejahtera, om swastiastu, shalom, syukron, halo, hallo, hello, helo, hai, hi, hey, permisi, misi, apa kabar, apa kabarnya, gimana kabarnya, salam, salam hormat, hormat saya, hormat kami, salam kenal, salam hangat",
      ),
      ...listPhrases("pagi, siang, sore, malam, pagii, siangg, soree"),
      ...combine("selamat, met, slmt, slamat", "pagi, siang, sore, malam, hari"),
      ...listPhrases(
        "maaf, maap, mf, maaf mengganggu, maaf ganggu, maaf mengganggu waktunya, maaf merepotkan, maaf ngerepotin, mohon dimaklumi, mohon maklum, harap maklum",
      ),
      ...combine(
        "terima kasih, terimakasih, makasih, makasi, trimakasih, trima kasih, mksh, trmksh, terima ksh, tq, tks, thx, thanks, trims, trim, nuhun, suwun, matur nuwun, maturnuwun, hatur nuhun",
        "banyak, infonya, informasinya, atas infonya, atas bantuannya, atas perhatiannya, atas kerjasamanya, atas kerja samanya, atas pengertiannya, atas waktunya, banget",
      ),
      ...listPhrases(
        "terima kasih, terimakasih, makasih, makasi, makasii, makasihh, trimakasih, trima kasih, terima ksh, mksh, mksih, trmksh, tq, tks, thx, thanks, trims, trim, nuhun, suwun, matur nuwun, maturnuwun, hatur nuhun, sebelumnya, jazakallah, jazakallah khairan, jazakallahu khairan, jazakumullah khairan, barakallah, saya ucapkan, kami ucapkan, saya haturkan, sekian dan, sekian, demikian dan, demikian, dengan hormat",
      ),
      ...listPhrases(
        "mohon dibantu, mohon bantuan, mohon, mhn, tolong, tlg, tlong, tolong dibantu, minta tolong, minta bantuannya, segera diproses, diproses, segera dikonfirmasi, dikonfirmasi, sekali lagi, mohon dicatat, ditunggu kabarnya, saya tunggu kabarnya, mohon kabarnya, mohon konfirmasinya, mohon infonya, bantuannya, perhatiannya, kerjasamanya, pengertiannya",
      ),
      ...listPhrases(
        "ya, yah, yaa, yaaa, yak, iya, dong, donk, dongg, deh, dehh, nih, nihh, lah, loh, lho, kk, hehe, hehehe, haha, hahaha, hihi, wkwk, wkwkwk, huhu, hiks, sip, oke, ok, okay, siap",
      ),
      ...listPhrases(
        "yth, pak, bapak, bpk, bu, ibu, buk, min, mimin, admin, kak, kakak, mas, mbak, mba, mbk, gan, agan, bos, boss, bang, abang, bro, sis, om, tante, teh, kang, petugas, operator, team, cs, bapak atau ibu, kepada, imigrasi, kantor imigrasi, pihak imigrasi",
      ),
      ...listPhrases(
        "semoga sehat selalu, semoga dibalas, semoga diterima, semoga dibantu, semoga cepat diproses, sehat selalu, semoga sukses, sukses selalu, semoga berkah, semoga lancar, lancar selalu, semangat, semangat kerja, selamat bekerja, selamat bertugas, selamat beraktivitas, gbu, tuhan memberkati, salam sehat",
      ),
      ...listPhrases("saya mau daftar, saya ingin daftar, mau daftar"),
    ],
    asides: listAsides(),
    signatures: listPhrases(
      "dikirim dari, dikirim menggunakan, dikirim melalui, dikirim dengan, terkirim dari, kirim dari, sent from, sent via, sent with, sent using, get outlook, unduh outlook, dapatkan outlook, yahoo mail",
    ),
    honorifics: "pak bapak bpk bu ibu mas mbak mba kak kang teh bang abang om tante sdr sdri tn ny nn",
  };
}

/** What a request is for, and for whom, as far as it is one person. */
function listAsides(): readonly string[] {
  const people =
    "anak, istri, suami, ibu, bapak, ayah, orang tua, ortu, adik, adek, kakak, nenek, kakek, mama, papa, mertua, keponakan, teman, saudara";
  const purposes =
    "pembuatan, perpanjangan, perpanjang, penggantian, ganti, buat, bikin, urus, mengurus, ngurus, pengurusan, membuat, ambil, pengambilan, permohonan, antrian, antri, antrean, pendaftaran";
  return [
    ...combine("untuk, utk, buat, bwt, atas nama, bagi", people).flatMap((one) => [
      `${one} saya`,
      `${one} sy`,
    ]),
    ...combine(purposes, "paspor, passport, pasport, e paspor, paspor baru, paspor anak"),
    ...combine(
      "saya, sy, aku, ingin, mau",
      "daftar, mendaftar, daftar antrian, ambil antrian, ambil nomor antrian, antri, booking, ngantri, ikut antri",
    ),
    ...combine(
      "ini, berikut, berikut ini, sesuai",
      "data saya, datanya, data saya ya, data diri saya, format, formatnya, formulir saya",
    ),
    ...listPhrases(
      "paspor baru, paspor hilang, paspor rusak, paspor lama, paspor anak, paspor biasa, e paspor, paspor elektronik, paspor, passport, saya, sy, aku, mau, ingin, pengen, untuk, utk, buat, bwt, untuk saya, untuk saya sendiri, untuk sendiri, buat sendiri, untuk 1 orang, untuk satu orang, 1 orang, satu orang, didaftarkan, daftarkan, pendaftaran, mendaftar, formulir, form, data, data diri, pemohon, berikut, ini, data saya, antri, antrian, antrean, ambil antrian, minta antrian, minta nomor antrian, kalau bisa, kalo bisa, klo bisa, jika bisa, bila memungkinkan, jika memungkinkan, kalau memungkinkan, atas, diteruskan, fwd, fw, forwarded, kantor, keterangan, catatan, keperluan, tujuan, umroh, umrah, ibadah haji, naik haji, wisata, liburan, sekolah, kuliah, berobat, bekerja, mohon dijadwalkan, mohon didaftarkan, tolong didaftarkan, mohon dicek, wni",
    ),
  ];
}
