import type { Busy } from "../booking/outcomes.js";

/** How many calls wait, at each office and at the desk. */
export interface Crowd {
  /** That no more are taken, at an office or, without one, at the desk; the same promise for as long as nothing changes. */
  readonly busy: (officeId?: string) => Promise<Busy> | undefined;
  /** Somebody waits until the work ends. */
  readonly wait: <T>(officeId: string | undefined, work: () => Promise<T>) => Promise<T>;
  /** So many were decided in so many milliseconds, by which is told when to ask again. */
  readonly decided: (count: number, elapsedMs: number) => void;
}

const [shortestMs, longestMs] = [100, 60_000];
/** How much the latest batch counts. */
const weight = 0.2;

export function createCrowd(mostPerOffice: number, mostAtDesk: number): Crowd {
  const atOffice = new Map<string, number>();
  let atDesk = 0;
  let msEach = 1;
  let told: { readonly afterMs: number; readonly answer: Promise<Busy> } | undefined;

  function tell(waiting: number): Promise<Busy> {
    const afterMs = Math.round(Math.min(longestMs, Math.max(shortestMs, waiting * msEach)));
    if (told?.afterMs !== afterMs)
      told = { afterMs, answer: Promise.resolve({ kind: "busy", retryAfterMs: afterMs }) };
    return told.answer;
  }

  return {
    busy(officeId) {
      if (atDesk >= mostAtDesk) return tell(atDesk);
      const waiting = officeId === undefined ? 0 : (atOffice.get(officeId) ?? 0);
      return waiting >= mostPerOffice ? tell(waiting) : undefined;
    },
    async wait(officeId, work) {
      if (officeId === undefined) atDesk++;
      else atOffice.set(officeId, (atOffice.get(officeId) ?? 0) + 1);
      try {
        return await work();
      } finally {
        if (officeId === undefined) atDesk--;
        else {
          const left = (atOffice.get(officeId) ?? 0) - 1;
          if (left > 0) atOffice.set(officeId, left);
          else atOffice.delete(officeId);
        }
      }
    },
    decided(count, elapsedMs) {
      if (count > 0) msEach += weight * (elapsedMs / count - msEach);
    },
  };
}
