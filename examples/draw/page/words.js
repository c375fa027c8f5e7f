/** What the page says, in the languages that it speaks. `{…}` is filled in. */
export const words = {
  id: {
    other: "English",
    title: "Periksa undian",
    intro:
      "Halaman ini mengulang undian dari berkas yang diumumkan kantor dan membandingkan hasilnya. Semua dihitung di perangkat Anda; tidak ada yang dikirim ke mana pun.",
    file: "Berkas undian (draw.json): pilih, atau seret ke sini",
    hash: "Sidik pengumuman yang Anda catat sebelum undian (boleh dikosongkan)",
    checking: "Sedang memeriksa …",
    right: "Undian ini benar. Siapa pun yang menghitung ulang mendapat hasil yang sama.",
    noted: "Bandingkan sendiri yang bertanda ?: sidik di langkah 2 dengan yang diumumkan sebelum undian.",
    wrong: "Undian ini tidak dapat diterima. Lihat langkah yang bertanda ✗.",
    own: "Hasil Anda",
    receipt: "Nomor bukti Anda (32 huruf dan angka)",
    unknown: "Nomor ini tidak ada dalam daftar.",
    typing: "Nomor bukti terdiri atas 32 angka atau huruf a sampai f.",
    rank: "Urutan",
    of: "{rank} dari {entries}",
    got: "Mendapat",
    none: "Belum mendapat tempat. Bila ada tempat yang kembali, urutan ini yang berlaku.",
    wishes: "Pilihan",
    places: "Jumlah tempat",
    weight: "Bobot",
    pool: "kelompok {pool}",
    caution: "Undiannya sendiri tidak benar, jadi hasil ini belum tentu berlaku.",
    steps: {
      file: {
        ask: "Berkasnya lengkap dan dapat dibaca",
        right: "{entries} peserta untuk {places} tempat.",
        malformed: "Bukan berkas undian, atau ada isi yang tidak boleh: {path}.",
        "too-large": "Terlalu banyak peserta untuk diperiksa di sini (paling banyak {most}).",
      },
      announcement: {
        ask: "Pengumumannya yang diterbitkan sebelum undian",
        right: "Sidik pengumuman (SHA-256): {announcementHash}",
        "announcement-mismatch": "Sidiknya lain dari yang Anda catat. Sidik berkas ini: {announcementHash}",
      },
      list: {
        ask: "Daftar pesertanya persis yang diumumkan",
        right: "Tidak ada peserta yang ditambah, dihapus, atau diubah sesudahnya.",
        "list-mismatch": "Daftarnya bukan yang diumumkan: ada yang ditambah, dihapus, atau diubah.",
      },
      beacon: {
        ask: "Angka acaknya dari sumber yang tidak dapat dipilih siapa pun",
        right: "drand quicknet, putaran {round}.",
        published: "Naskah yang diterbitkan pihak lain: {chain}",
        "unknown-beacon": "Sumbernya tidak dikenal halaman ini: {chain}",
      },
      time: {
        ask: "Angka acaknya keluar sesudah daftar ditutup",
        right: "Daftar ditutup {frozenAt}, angkanya keluar {roundAt}.",
        "round-too-early":
          "Angkanya keluar {roundAt}, seharusnya paling cepat {earliest}. Orang bisa saja sudah mengetahuinya.",
        malformed: "Pengumuman ini tidak menyebut kapan daftarnya ditutup.",
      },
      signature: {
        ask: "Angka acaknya asli",
        right: "Tanda tangannya diperiksa dengan kunci umum sumbernya.",
        published: "Bandingkan sendiri naskah ini dengan yang diterbitkan: {text}",
        "signature-bad": "Bukan angka yang keluar pada putaran itu.",
      },
      result: {
        ask: "Hasilnya sama bila dihitung ulang",
        right: "Urutan dan tempat semua {entries} peserta dihitung ulang dan sama.",
        "result-mismatch": "Hasil peserta {id} bukan hasil menurut aturan.",
      },
    },
  },
  en: {
    other: "Bahasa Indonesia",
    title: "Check a draw",
    intro:
      "This page does the draw once more from the file that the office published, and compares. Everything is computed on your device; nothing is sent anywhere.",
    file: "File of the draw (draw.json): choose it, or drop it here",
    hash: "Hash of the announcement that you noted before the draw (may be left empty)",
    checking: "Checking …",
    right: "This draw is right. Whoever computes it comes to the same result.",
    noted:
      "Compare what is marked ? yourself: the hash in step 2 with the one that was published before the draw.",
    wrong: "This draw can't be accepted. See the step that is marked ✗.",
    own: "Your result",
    receipt: "Your receipt (32 letters and digits)",
    unknown: "This receipt is not in the list.",
    typing: "A receipt is 32 digits or letters from a to f.",
    rank: "Rank",
    of: "{rank} of {entries}",
    got: "Got",
    none: "No place yet. Places that come back go by this rank.",
    wishes: "Wishes",
    places: "Places",
    weight: "Weight",
    pool: "pool {pool}",
    caution: "The draw itself is not right, so this result may not stand.",
    steps: {
      file: {
        ask: "The file is whole and can be read",
        right: "{entries} entries for {places} places.",
        malformed: "It is no file of a draw, or something in it is not allowed: {path}.",
        "too-large": "There are too many entries to check here (at most {most}).",
      },
      announcement: {
        ask: "The announcement is the one that was published before the draw",
        right: "Hash of the announcement (SHA-256): {announcementHash}",
        "announcement-mismatch":
          "It has another hash than you noted. The hash of this file: {announcementHash}",
      },
      list: {
        ask: "The list of entries is exactly the one that was announced",
        right: "No entry was added, removed or changed afterwards.",
        "list-mismatch": "It is not the list that was announced: something was added, removed or changed.",
      },
      beacon: {
        ask: "The random number comes from a source that nobody can choose",
        right: "drand quicknet, round {round}.",
        published: "A text that others publish: {chain}",
        "unknown-beacon": "This page does not know the source: {chain}",
      },
      time: {
        ask: "The random number came out after the list was closed",
        right: "The list was closed {frozenAt}, the number came out {roundAt}.",
        "round-too-early":
          "The number came out {roundAt}; the earliest allowed is {earliest}. Somebody may have known it.",
        malformed: "This announcement does not say when the list was closed.",
      },
      signature: {
        ask: "The random number is genuine",
        right: "Its signature was checked with the public key of the source.",
        published: "Compare this text yourself with what was published: {text}",
        "signature-bad": "It is not the number that came out in that round.",
      },
      result: {
        ask: "Computed once more, the result is the same",
        right: "Rank and place of all {entries} entries were computed once more and are the same.",
        "result-mismatch": "The result of entry {id} is not what the rules give.",
      },
    },
  },
};
