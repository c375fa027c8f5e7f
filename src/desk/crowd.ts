import type { Busy } from "../booking/outcomes.js";
import { StoreError } from "../errors.js";
import { aroundMethods } from "./around-methods.js";

/** Calls that are under way, at each office and at the desk, until it is closed. */
export interface Crowd {
  /** Takes part in what is waited for; rejects once the desk is closed. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same methods, each of which takes part. */
  readonly around: <M extends object>(methods: M) => M;
  /** That the desk takes no more; the same promise for as long as nothing changes. */
  readonly busy: () => Promise<Busy> | undefined;
  /** That an office takes no more. */
  readonly busyAt: (officeId: string) => Promise<Busy> | undefined;
  /** Somebody waits at an office, until they leave it. */
  readonly enter: (officeId: string) => void;
  readonly leave: (officeId: string) => void;
  /** So many were decided in so many milliseconds, by which is told when to ask again. */
  readonly decided: (count: number, elapsedMs: number) => void;
  /** Takes nothing new, and resolves when everything that was taken has ended. */
  readonly close: () => Promise<void>;
}

const [shortestMs, longestMs] = [100, 60_000];
/** How much the latest batch counts. */
const weight = 0.2;

export function createCrowd(mostPerOffice: number, mostAtDesk: number): Crowd {
  const atOffice = new Map<string, number>();
  let atDesk = 0;
  let msEach = 1;
  let told: { readonly afterMs: number; readonly answer: Promise<Busy> } | undefined;
  let closed: Promise<void> | undefined;
  let tellEnd = (): void => undefined;

  function tell(waiting: number): Promise<Busy> {
    const afterMs = Math.round(Math.min(longestMs, Math.max(shortestMs, waiting * msEach)));
    if (told?.afterMs !== afterMs)
      told = { afterMs, answer: Promise.resolve({ kind: "busy", retryAfterMs: afterMs }) };
    return told.answer;
  }

  async function take<T>(work: () => Promise<T>): Promise<T> {
    if (closed !== undefined) throw new StoreError(advice, { retryable: true });
    atDesk++;
    try {
      return await work();
    } finally {
      atDesk--;
      if (atDesk === 0) tellEnd();
    }
  }

  return {
    take,
    around: (methods) => aroundMethods(methods, take),
    busy: () => (atDesk >= mostAtDesk && closed === undefined ? tell(atDesk) : undefined),
    busyAt(officeId) {
      const waiting = atOffice.get(officeId) ?? 0;
      return waiting >= mostPerOffice && closed === undefined ? tell(waiting) : undefined;
    },
    enter(officeId) {
      atOffice.set(officeId, (atOffice.get(officeId) ?? 0) + 1);
    },
    leave(officeId) {
      const left = (atOffice.get(officeId) ?? 0) - 1;
      if (left > 0) atOffice.set(officeId, left);
      else atOffice.delete(officeId);
    },
    decided(count, elapsedMs) {
      if (count > 0) msEach += weight * (elapsedMs / count - msEach);
    },
    close() {
      closed ??= new Promise((resolve) => {
        tellEnd = resolve;
        if (atDesk === 0) resolve();
      });
      return closed;
    },
  };
}

const advice = "The desk is closed and takes nothing new; ask another one, with the same request id.";
