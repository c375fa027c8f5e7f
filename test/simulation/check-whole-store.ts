import { isDeepStrictEqual } from "node:util";
import type { Booking, Store } from "giliran";
import { bookingKind, dayValue } from "../../src/booking/kinds.js";
import { expectTrueLedger } from "../../src/testing/rules/c9-ledger.js";
import type { Known } from "./known.js";

/** More than a simulated day has. */
const limit = 10_000;
const { ofDay } = bookingKind.lookUps;

/** C8: the store has what was committed and nothing else. C9: its ledgers are what its bookings say. */
export async function checkWholeStore(store: Store, now: number, { mirror, verdict }: Known): Promise<void> {
  for (const day of [...mirror.days()]) {
    const { records: bookings } = await store.find({ lookUp: ofDay, value: dayValue(day), limit });
    const isKept = isDeepStrictEqual(byCode(bookings), byCode(mirror.ofDay(day)));
    verdict.hold("C8", isKept, () => `the store has other bookings of ${day.officeId} ${day.date}`);
    await expectTrueLedger(store, day, now).catch((error: unknown) =>
      verdict.hold("C9", false, () => `${error}`),
    );
  }
}

function byCode(bookings: readonly Booking[]): ReadonlyMap<string, unknown> {
  return new Map(bookings.map((booking) => [booking.code, JSON.parse(JSON.stringify(booking))]));
}
