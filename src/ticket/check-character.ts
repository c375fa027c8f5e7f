/** The check character of a text of the alphabet's characters. */
export type CheckCharacter = (body: string) => string;

/**
 * A pure system in the manner of ISO 7064 over a prime modulus: places weigh 1, r, r², …, and with a primitive root
 * as radix (2 for 29) no weight comes again in `modulus - 1` places. So every single wrong character and every
 * swap of two is caught.
 */
export function pureSystem(alphabet: string): CheckCharacter {
  const modulus = alphabet.length;
  let radix = 2;
  while (orderOf(radix, modulus) < modulus - 1) radix++;
  return (body) => {
    let sum = 0;
    for (const character of body) sum = ((sum + alphabet.indexOf(character)) * radix) % modulus;
    return alphabet.charAt((1 - sum + modulus) % modulus);
  };
}

function orderOf(radix: number, modulus: number): number {
  let order = 1;
  for (let power = radix % modulus; power > 1; power = (power * radix) % modulus) order++;
  return order;
}

/** A quasigroup without fixed points and with x*x = 0: Damm, Total anti-symmetrische Quasigruppen, 2004. */
const quasigroup: readonly string[] = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

/** Ten is no prime: for digits, Damm's table catches every single wrong one and every swap of two neighbours. */
export const damm: CheckCharacter = (body) => {
  let check = "0";
  for (const digit of body) check = quasigroup[Number(check)]?.charAt(Number(digit)) ?? "";
  return check;
};
