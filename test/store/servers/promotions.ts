import { type Desk, StoreError } from "giliran";
import { postgresStore } from "giliran/postgres";
import { expect } from "vitest";
import { nextTurn } from "../../../src/testing/next-turn.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { places } from "../survive.js";
import { cutOff, type Pair } from "./postgres-pair.js";

/** What a hold was told, or nothing where it failed and may be asked again. */
export async function codeOf(desk: Desk, name: string): Promise<string | undefined> {
  try {
    const outcome = await desk.hold(holdOf(name));
    return outcome.kind === "held" ? outcome.booking.code : outcome.kind;
  } catch (error) {
    if (error instanceof StoreError && error.retryable) return undefined;
    throw error;
  }
}

/**
 * Eight callers at two desks, who ask for the same holds, while waits for the standby are cut off and at last the
 * primary is killed. Every answer of either is still true afterwards.
 */
export async function expectToSurvivePromotion(pair: Pair, round: number): Promise<number> {
  const store = postgresStore({ pool: pair.pool });
  const desks = [deskFor(store, places), deskFor(postgresStore({ pool: pair.pool }), places)];
  const told: (readonly [name: string, code: string])[] = [];
  let isEnded = false;
  const caller = async (first: number) => {
    for (let next = first; !isEnded; next++)
      for (const desk of desks) {
        await nextTurn();
        const name = `${round} ${next}`;
        const code = await codeOf(desk, name);
        if (code !== undefined) told.push([name, code]);
      }
  };
  const callers = Array.from({ length: 8 }, (_, index) => caller(index * 1000));
  for (let cuts = 0; cuts < 40; cuts++)
    await pair.administrate(cuts % 2 === 0 ? cutOff.terminate : cutOff.cancel);
  await pair.promote();
  isEnded = true;
  await Promise.all(callers);
  const kept = new Map((await desks[0]?.find(day))?.map(({ sender, code }) => [sender, code]));
  const lost = told.filter(([name, code]) => kept.get(`sender ${name}`) !== code);
  expect(lost).toEqual([]);
  return told.length;
}
