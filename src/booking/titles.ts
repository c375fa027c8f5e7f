/** What people put before a name, in Indonesian and English, without dots. */
const before = new Set(
  [
    "h hj haji hajah kh ust ustaz ustadz dr drs dra drg ir prof",
    "pak bapak bpk bu ibu mas mbak sdr sdri tn ny nn",
    "mr mrs ms miss mx sir madam",
  ]
    .join(" ")
    .split(" "),
);
/** A degree behind a name: `S.H.`, `M.Si`, `Ph.D.`; an initial has one letter alone. A word is read in one way only. */
const degree = /^\p{L}{1,4}(?:\.\p{L}{1,5}){1,5}\.?$/u;
const shortOrDotted = /^(?:\p{L}{1,2}|\p{Lu}{2,5}|\p{Lu}{2,}\p{Ll}+|.*\..*)$/u;

/** A name without titles in front of it and degrees behind it; one word at least is left. */
export function withoutTitles(name: string): string {
  const comma = name.indexOf(",");
  const isFollowedByTitles = comma !== -1 && areTitles(name.slice(comma + 1));
  const words = (isFollowedByTitles ? name.slice(0, comma) : name).trim().split(/\s+/u);
  let from = 0;
  let to = words.length;
  while (from < to - 1 && before.has(plain(words[from]))) from++;
  while (to - 1 > from && degree.test(words[to - 1] ?? "")) to--;
  return words.slice(from, to).join(" ");
}

function areTitles(text: string): boolean {
  return text.split(/[\s,]+/u).every((word) => word === "" || shortOrDotted.test(word));
}

function plain(word = ""): string {
  return (word.endsWith(".") ? word.slice(0, -1) : word).toLowerCase();
}
