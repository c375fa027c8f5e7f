import type { Words } from "giliran";

export const problems: Words["problems"] = {
  "too-long": () => "Pesenipun kepanjangen.",
  empty: () => "Pesenipun kosong.",
  "not-a-request": () => "Punika sanes pesen pendaftaran.",
  template: () => "Punika tuladha; mangga dipunisi data panjenengan piyambak.",
  "several-people": ({ mostPeople }) => `Satunggal pesen kangge paling kathah ${mostPeople} tiyang.`,
  "extra-field": () => "Isenipun kekathahen.",
  "media-missing": () => "Fotonipun dereng wonten.",
  missing: ({ name }) => `${name}: dereng dipunisi.`,
  placeholder: ({ name }) => `${name}: mangga dipunisi data panjenengan piyambak.`,
  "not-a-name": ({ name, found }) => `${name}: "${found}" sanes asma.`,
  "not-a-date": ({ name, found }) => `${name}: "${found}" sanes tanggal. Serat kados 17-08-1990.`,
  "incomplete-date": ({ name, found }) => `${name}: "${found}" dereng jangkep.`,
  "no-such-day": ({ name, found }) => `${name}: "${found}" mboten wonten ing tanggalan.`,
  "several-days": ({ name, found }) =>
    `${name}: "${found}" langkung saking sedinten. Serat tanggal setunggal.`,
  "unclear-date": ({ name, found }) => `${name}: "${found}" dereng temtu. Serat tanggalipun kemawon.`,
  ambiguous: ({ name, found, field }) => {
    if (field === "code") return "Kintun satunggal kode mawon; badhe batal, #batal lan kodenipun.";
    if (field === "whole") return "Pesen punika dereng cetha.";
    return `${name}: "${found}" saged kawaos kalih cara. Serat tanggal, wulan lan taun.`;
  },
  "in-the-past": ({ name, found }) => `${name}: "${found}" sampun kapengker.`,
  "in-the-future": ({ name, found }) => `${name}: "${found}" dereng kelampahan.`,
  "too-far": ({ name, found }) => `${name}: "${found}" ketebihen.`,
  "weekday-disagrees": ({ name, found }) => `${name}: dinten lan tanggal "${found}" mboten cocog.`,
  "not-a-choice": ({ name, choices }) => `${name}: pilih salah satunggal: ${choices.join(", ")}.`,
  "not-a-number": ({ name, found }) => `${name}: "${found}" sanes angka.`,
  "wrong-length": ({ name, found, limits }) => `${name}: panjangipun "${found}" mboten trep${only(limits)}.`,
  "out-of-range": ({ name, found, limits }) => `${name}: "${found}" langkung saking wates${only(limits)}.`,
  "not-accepted": ({ name, found, limits }) => `${name}: "${found}" mboten saged dipuntampi${only(limits)}.`,
  "code-missing": () => "Mangga kintun kode booking saking pesen kula. Badhe mirsani malih: #status.",
  "code-wrong-length": ({ found }) => `Kode "${found}" dereng jangkep utawi kepanjangen.`,
  "code-foreign-character": ({ found, character, lookAlikes }) =>
    `Kode "${found}": ${character} mboten dipunangge. Menapa ${lookAlikes.join(" utawi ")}? Mangga nurun kode saking pesen kula.`,
  "code-check-failed": ({ found }) => `Kode "${found}" lepat serat. Mangga nurun kode saking pesen kula.`,
};

function only(limits: string): string {
  return limits === "" ? "" : `; ingkang dipuntampi: ${limits}`;
}
