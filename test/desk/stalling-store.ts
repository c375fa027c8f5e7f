import { type BookingStore, memoryStore, type Scope } from "giliran";

export interface StallingStore {
  readonly store: BookingStore;
  /** The scopes of the transactions so far. */
  readonly transactions: readonly Scope[];
  /** Resolves when the first call stalls. */
  readonly stalled: Promise<void>;
  /** Lets go what stalls, and stalls no more. */
  readonly release: () => void;
}

/** A memory store whose calls wait, where `stalls` says so, until they are released. */
export function stallingStore(stalls: (call: "transact" | "read", scope: Scope) => boolean): StallingStore {
  const inner = memoryStore();
  const transactions: Scope[] = [];
  const [stalled, tellStalled] = createSignal();
  const [released, release] = createSignal();

  async function pass(call: "transact" | "read", scope: Scope): Promise<void> {
    if (!stalls(call, scope)) return;
    tellStalled();
    await released;
  }

  return {
    store: {
      ...inner,
      async transact(scope, decide) {
        transactions.push(scope);
        await pass("transact", scope);
        return inner.transact(scope, decide);
      },
      async read(scope) {
        await pass("read", scope);
        return inner.read(scope);
      },
    },
    transactions,
    stalled,
    release,
  };
}

/** A promise, and what resolves it. */
export function createSignal(): [signal: Promise<void>, give: () => void] {
  let give: () => void = () => undefined;
  const signal = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [signal, give];
}
