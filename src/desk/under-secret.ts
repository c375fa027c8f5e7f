import { secretKind } from "../booking/kinds.js";
import { StoreError } from "../errors.js";
import {
  isEmpty,
  type Loaded,
  type Records,
  recordsOf,
  type Scope,
  saved,
  type Want,
} from "../store/scope.js";
import type { Store } from "../store/store.js";
import type { KeyedHash } from "./keyed-hash.js";

const name = "secret";
const want: Want = { lookUp: secretKind.byKey, values: [[name]] };

/**
 * The store, whose first call finds out whether the records were made under the desk's secret. Under another one nobody
 * would be known again, so that every call fails with a `StoreError` and nothing is saved. The first who saves anything
 * leaves the print by which that is seen.
 */
export function underSecret(store: Store, hash: KeyedHash): Store {
  const print = hash(name);
  let isKnown = false;

  function hasPrint(records: Records): boolean {
    const known = recordsOf(records, secretKind).find((one) => one.name === name);
    if (known !== undefined && known.print !== print) throw new StoreError(advice, { retryable: false });
    return known !== undefined;
  }

  async function readWithPrint(scope: Scope): Promise<Loaded> {
    const loaded = await store.read({ ...scope, wants: [...scope.wants, want] });
    isKnown ||= hasPrint(loaded.records);
    return loaded;
  }

  return {
    ...(store.width !== undefined && { width: store.width }),
    async transact(scope, decide) {
      if (isKnown) return store.transact(scope, decide);
      let isKept = false;
      const result = await store.transact({ ...scope, wants: [...scope.wants, want] }, (records, wide) => {
        isKept = hasPrint(records);
        const decision = decide(records, wide);
        if (isKept || "widen" in decision || isEmpty(decision)) return decision;
        isKept = true;
        return { ...decision, save: [...decision.save, saved(secretKind, [{ name, print }])] };
      });
      isKnown ||= isKept;
      return result;
    },
    async read(scope) {
      return isKnown ? store.read(scope) : readWithPrint(scope);
    },
    async find(query) {
      if (!isKnown) await readWithPrint({ wants: [] });
      return store.find(query);
    },
  };
}

const advice =
  "The records of this store were made under another secret, by which people, senders and requests are known again. Give the desk that one; a secret can't be changed (docs/storage.md).";
