import { StoreError } from "../errors.js";

/** What is under way at a desk until it is closed. */
export interface Closing {
  /** Takes part in what is waited for; rejects once the desk is closed. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same methods, each of which takes part. */
  readonly around: <M extends object>(methods: M) => M;
  readonly isClosed: () => boolean;
  /** Takes nothing new, and resolves when everything that was taken has ended. */
  readonly close: () => Promise<void>;
}

export function createClosing(): Closing {
  let underWay = 0;
  let closed: Promise<void> | undefined;
  let tellEnd = (): void => undefined;

  async function take<T>(work: () => Promise<T>): Promise<T> {
    if (closed !== undefined) throw new StoreError(advice, { retryable: true });
    underWay++;
    try {
      return await work();
    } finally {
      underWay--;
      if (underWay === 0) tellEnd();
    }
  }

  return {
    take,
    around: (methods) =>
      Object.fromEntries(
        Object.entries(methods).map(([name, method]: [string, (...given: unknown[]) => Promise<unknown>]) => [
          name,
          (...given: unknown[]) => take(() => method(...given)),
        ]),
      ) as typeof methods, // the same names and types
    isClosed: () => closed !== undefined,
    close() {
      closed ??= new Promise((resolve) => {
        tellEnd = resolve;
        if (underWay === 0) resolve();
      });
      return closed;
    },
  };
}

const advice = "The desk is closed and takes nothing new; ask another one, with the same request id.";
