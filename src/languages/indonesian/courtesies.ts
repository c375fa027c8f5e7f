import type { CourtesyVocabulary } from "../../message/language.js";
import { combine, listPhrases } from "../phrase-list.js";

export const courtesies: CourtesyVocabulary = /* @__PURE__ */ listCourtesies();

function listCourtesies(): CourtesyVocabulary {
  return {
    courtesies: [
      ...listPhrases(
        "assalamualaikum warahmatullahi wabarakatuh, assalamualaikum, asslamualaikum, assalamu alaikum, assalamu alaikum warahmatullahi wabarakatuh, aslm, askum, ass wr wb, waalaikumsalam, wassalamualaikum, wassalam, wass, wr wb, salam sejahtera, om swastiastu, shalom, syukron, halo, hallo, hello, helo, hai, hi, hey, permisi, misi, apa kabar, apa kabarnya, gimana kabarnya, salam, salam hormat, hormat saya, hormat kami, salam kenal, salam hangat",
      ),
      ...listPhrases("pagi, siang, sore, malam, mlm, malem, pagii, siangg, soree"),
      ...combine("selamat, met, slmt, slamat", "pagi, siang, sore, malam, hari"),
      ...listPhrases(
        "maaf, maap, mf, maaf tapi, mohon maaf tapi, maaf mengganggu, maaf ganggu, maaf mengganggu waktunya, maaf merepotkan, maaf ngerepotin, mohon dimaklumi, mohon maklum, harap maklum",
      ),
      ...listPhrases(
        "terima kasih, terimakasih, makasih, makasi, makasii, makasihh, trimakasih, trima kasih, terima ksh, mksh, mksih, trmksh, tq, tks, thx, thanks, trims, trim, nuhun, suwun, matur nuwun, maturnuwun, hatur nuhun, sebelumnya, jazakallah, jazakallah khairan, jazakallahu khairan, jazakumullah khairan, barakallah, saya ucapkan, kami ucapkan, saya haturkan, sekian dan, sekian, demikian dan, demikian, dengan hormat",
      ),
      ...listPhrases(
        "mohon dibantu, mohon bantuan, mohon, mhn, tolong, tlg, tlong, tolong dibantu, minta tolong, minta bantuannya, segera diproses, diproses, segera dikonfirmasi, dikonfirmasi, sekali lagi, mohon dicatat, ditunggu kabarnya, saya tunggu kabarnya, mohon kabarnya, mohon konfirmasinya, mohon infonya, bantuannya, perhatiannya, kerjasamanya, pengertiannya",
      ),
      ...listPhrases(
        "ya, yah, yaa, yaaa, yak, iya, dong, donk, dongg, deh, dehh, nih, nihh, lah, loh, lho, kk, hehe, hehehe, haha, hahaha, hihi, wkwk, wkwkwk, huhu, hiks, sip, sampai jumpa, sampai ketemu, sampai bertemu, sanget, kalau gitu, kalau begitu, kalo gitu, klo gitu, nuwun sewu, komandan, ndan, bosku, kakakku, sehat sehat, punten, cantik, ganteng, cakep, ibuk, jeng, bpk ibu, waduh, aduh, wah, banget, bgt, pisan, byk, banyak, oke, ok, okay, siap",
      ),
      ...listPhrases(
        "yth, pak, bapak, bpk, bu, ibu, buk, min, mimin, admin, kak, ka, kakak, mas, mbak, mba, mbk, gan, agan, bos, boss, bang, abang, bro, sis, om, tante, teh, kang, petugas, operator, team, cs, bapak atau ibu, kepada, imigrasi, kantor imigrasi, pihak imigrasi",
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
    closings: listPhrases(
      "salam, salam hormat, salam hangat, hormat saya, hormat kami, dengan hormat, terima kasih, wassalam, ttd",
    ),
    telling: {
      politely: listPhrases(
        "semoga, mugi, besar harapan, cepet, cepat, sehat, gercep, wah, atas, terima kasih, terimakasih, makasih, makasi, mksh, thanks, thankyou, trims, suwun, matur nuwun, hatur nuhun, salam, salam sejahtera, sukses, senang, berkah, yg baik, yang baik, yang terhormat, yg terhormat, saya tunggu kabar, ditunggu kabar, kami tunggu kabar, ditunggu, akhirnya, alhamdulillah, bismillah, mantap, keren, gercep, pelayanannya, maaf baru, tadi lagi, tadi masih, baru balas, baru bales, baru baca, maaf telat, maaf lama, maaf sebesar, maaf dadakan, maaf mendadak, mohon maaf sebesar, dengan berat hati",
      ),
      introducing: listPhrases(
        "perkenalkan, udah, sudah, kulo, kula, bantu, tolong bantu, mau daftarkan, mau daftarin, daftarin, p, pertama, gan, mohon izin, mohon ijin, saya, sy, aku, kami, kita, tiang, ini, berikut, bersama ini, mau, ingin, izin, ijin, mohon izin, mohon ijin, numpang, bade, nama saya, pertama kali, baru pertama kali, demikian, bapak saya, ibu saya, anak saya, suami saya, istri saya, teman saya, sesuai, maaf kalau salah, mohon maaf kalau salah, maaf kalau ada yang salah, data",
      ),
      subjects:
        "saya sy aku gue gw kami anak anakku istri suami ibu bapak ayah mama mamah papa mertua nenek kakek adik adek kakak ortu keluarga bos atasan mobil motor ban hp kendaraan badan kondisi jadwal berkas dokumen pesawat kereta bis rumah",
      owners: "saya sy aku kami",
      states:
        "hilang telat lagi lg sedang sdg masih msh baru harus hrs mesti kena masuk dapat dpt dapet ada sakit demam meninggal wafat hamil melahirkan lahiran kecelakaan rusak mogok bocor opname dirawat habis abis mendadak tiba pada rewel ujian kerja dinas ditugaskan dipanggil disuruh berhalangan berduka",
      subjectEndings: "ku nya",
      stateBeginnings: "di ter ke ber",
      stateEndings: "",
      openingStates:
        "maaf maap sayangnya kebetulan terpaksa terlanjur lagi lg sedang sdg harus hrs ada kena mendadak habis abis dapat dapet",
      attending: "datang dateng dtg hadir kesana butuh perlu bisa bs sempat",
      hoping: "semoga mugi moga",
      nots: "tidak tdk tak ga gak gk nggak ngga enggak engga belum blm",
      limits:
        "tapi tp tetapi tetap tetep cuma cuman hanya kecuali melainkan juga jg sekalian tambah lain lainnya dulu dlu nanti ntar tunda ditunda menunda nunda tunggu nunggu coba nyoba tes test bercanda becanda ikut titip wakil gantian semua terus trus lalu atau ato teman temen temenku tetangga menunggu punya milik punyanya dihapus dibuang mundur pertanyaan yakin tau tahu pasti tentu ralat maksud maksudnya rugi",
    },
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
