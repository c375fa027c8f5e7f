import type { BesideDateVocabulary } from "../../message/language.js";

/** What people write beside a date. */
export const besideDates: BesideDateVocabulary = {
  dateFillers: /* @__PURE__ */ [
    "ke pada di hari hr hri nya min terima kasih trima saja aja trmkasih mks mkasih tengkyu ty matur ajah ajalah sih kok tuh insya",
    "insyaallah insyaalloh inshaallah allah lahir lahirnya kelahiran kedatangan datang kunjungan hadir ttl sesi tempat rencana",
    "layanan untuk utk masehi m pon wage kliwon legi pahing paing hormat jadwal booking antrian antrean wawancara yg yang bisa boleh",
  ].join(" "),
  dateAsides: [
    "mohon konfirmasi",
    "mohon konfirmasinya",
    "mohon dibantu",
    "info selanjutnya",
    "infonya",
    "ditunggu infonya",
    "ditunggu kabarnya",
    "ditunggu konfirmasinya",
    "ya udah",
    "ya sudah",
    "yaudah",
    "kalau begitu",
    "kalo gitu",
    "kalau gitu",
    "klo gitu",
    "iya",
    "oke",
    "ok",
    "baik",
    "saya datang",
    "saya mau datang",
    "saya bisa",
    "lalu kirim ke #",
    "kemudian kirim ke #",
    "terus kirim ke #",
    "kirim ke #",
    "kirim ke nomor #",
    "lalu kirim ke nomor #",
    "sms ke #",
    "wa ke #",
    "sesuai ktp",
    "sesuai kk",
    "sesuai akta",
    "sesuai ijazah",
    "sesuai paspor",
  ],
  ageWords: { before: "umur usia berumur berusia umurnya usianya", after: "tahun thn th taon" },
  birthAsides: /* @__PURE__ */ [
    "l p lk pr laki perempuan pria wanita cowok cewek islam muslim kristen protestan katolik katholik hindu budha",
    "buddha konghucu khonghucu wni wna indonesia kawin menikah lajang belum anak saya istri suami ktp tgl pemohon",
  ].join(" "),
  places: {
    before: "di kota kab kabupaten kec kecamatan desa kel kelurahan prov provinsi",
    names: /* @__PURE__ */ listPlaces(),
  },
};

/** Provinces and larger towns, where most people say that they were born, as they are written in small letters. */
function listPlaces(): string {
  return [
    "indonesia jawa sumatera sumatra kalimantan sulawesi papua maluku bali lombok flores sumba timor nias madura barat timur",
    "utara selatan tengah tenggara pusat raya jakarta jkt jakpus jaksel jaktim jakbar jakut bandung bdg surabaya sby semarang",
    "smg medan mdn yogyakarta jogja jogjakarta yogya diy solo surakarta bogor depok tangerang tangsel bekasi cikarang malang",
    "denpasar makassar palembang padang pekanbaru batam banda aceh lampung bandar jambi bengkulu pontianak banjarmasin",
    "samarinda balikpapan palangkaraya palangka manado gorontalo palu kendari mamuju ambon ternate jayapura sorong manokwari",
    "merauke kupang mataram serang cilegon sukabumi cianjur garut tasikmalaya tasik ciamis banjar kuningan cirebon majalengka",
    "sumedang indramayu subang purwakarta karawang cimahi brebes tegal pemalang pekalongan kendal demak kudus jepara pati",
    "salatiga magelang purworejo kebumen banyumas purwokerto cilacap boyolali klaten sukoharjo wonogiri sragen sleman bantul",
    "ponorogo tulungagung blitar kediri jember banyuwangi probolinggo pasuruan sidoarjo mojokerto jombang madiun bojonegoro",
    "tuban lamongan gresik batu tabanan bima sumbawa lhokseumawe binjai deli tebing tinggi siantar bukittinggi dumai tanjung",
    "pinang bangka belitung singkawang tarakan bontang bitung parepare singapura malaysia arab saudi cikampek pandeglang",
    "lebak rangkasbitung blora grobogan purwodadi rembang batang wonosobo temanggung ungaran purbalingga banjarnegara",
    "karanganyar kulon progo kulonprogo gunung kidul gunungkidul wates wonosari pacitan trenggalek lumajang bondowoso",
    "situbondo nganjuk magetan ngawi bangkalan sampang pamekasan sumenep pangandaran soreang cileungsi bangil badung gianyar",
    "buleleng singaraja karangasem labuan bajo bone gowa maros palopo serdang karo langkat toba tapanuli kotawaringin kutai",
    "sampit",
  ].join(" ");
}
