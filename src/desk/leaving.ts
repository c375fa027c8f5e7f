import { DeadlineError } from "../errors.js";
import type { CodeCall, HoldCall } from "./calls.js";

/** A caller who may leave before the decision. */
export interface Leaving {
  /** From the first time that it is true on nobody leaves any more: the call is being decided. */
  readonly stays: () => boolean;
  /** What was asked for, unless the caller leaves before. */
  readonly unlessLeft: <T>(answer: Promise<T>) => Promise<T>;
}

/** A timer takes no more. */
const longestTimerMs = 2 ** 31 - 1;

/** Of a call that was checked; `undefined` for most, who stay. */
export function leavingOf({ signal, deadline }: CodeCall | HoldCall, now: () => number): Leaving | undefined {
  if (signal === undefined && deadline === undefined) return undefined;
  let state: "waits" | "left" | "stays" = "waits";
  let reject = (_reason: unknown): void => undefined;
  const left = new Promise<never>((_, give) => {
    reject = give;
  });
  left.catch(() => undefined);

  function leave(reason: unknown): void {
    if (state !== "waits") return;
    state = "left";
    reject(reason);
  }

  const abort = () => leave(signal?.reason);
  const pass = () =>
    leave(new DeadlineError("The deadline of the call came before it was decided; nothing was done."));
  const remainingMs = deadline === undefined ? Infinity : deadline - now();
  if (signal?.aborted) abort();
  else if (remainingMs <= 0) pass();
  signal?.addEventListener("abort", abort);
  const timer = remainingMs > 0 && remainingMs <= longestTimerMs ? setTimeout(pass, remainingMs) : undefined;
  return {
    stays() {
      if (state === "waits" && deadline !== undefined && now() >= deadline) pass();
      if (state === "waits") state = "stays";
      return state === "stays";
    },
    async unlessLeft(answer) {
      try {
        return await Promise.race([left, answer]);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      }
    },
  };
}
