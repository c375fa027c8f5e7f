/** How many bookings more than places an office takes because some people don't come. */
export interface Overbooking {
  /** The share of people who don't come, each by chance and by themselves; 0 to 0.9. */
  readonly noShowRate: number;
  /** The accepted chance that more people come than there are places; 0 to 0.5. */
  readonly risk: number;
}

/**
 * The largest number of bookings N of which more than `places` people come with a chance of at most `risk`:
 * P(Bin(N, 1 − noShowRate) > places) ≤ risk. Of 150 places, a fifth of the people missing and a risk of 5 %, 177.
 */
export function bookablePlaces(places: number, { noShowRate, risk }: Overbooking): number {
  const comes = 1 - noShowRate;
  let fits = places;
  let tooMany = Math.ceil((places + 1) / comes) + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (chanceOfMore(places, middle, comes) <= risk) fits = middle;
    else tooMany = middle;
  }
  return fits;
}

/** P(Bin(bookings, comes) > places); 1 where more are expected than fit, which no risk below one half accepts. */
function chanceOfMore(places: number, bookings: number, comes: number): number {
  if (bookings * comes >= places + 1) return 1;
  const odds = Math.log(comes) - Math.log1p(-comes);
  let term =
    logChoose(bookings, places + 1) +
    (places + 1) * Math.log(comes) +
    (bookings - places - 1) * Math.log1p(-comes);
  let chance = 0;
  for (let coming = places + 1; coming <= bookings; coming++) {
    chance += Math.exp(term);
    term += Math.log(bookings - coming) - Math.log(coming + 1) + odds;
  }
  return chance;
}

function logChoose(of: number, chosen: number): number {
  let sum = 0;
  for (let i = 1; i <= of - chosen; i++) sum += Math.log(chosen + i) - Math.log(i);
  return sum;
}
