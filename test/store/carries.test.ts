import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";
import { callsNumbers, drawsOnce } from "./carries.js";

/**
 * What no desk does yet needs no other store: functions that decide it are enough. What desks do is carried by the same
 * contract, and each has its tests on the stores in `test/desk`: parties (`group`), pools (`refusals`), limits over
 * offices (`limits`), `waiting-list`, `cooling`, answers by request id (`find-answer`), `guesses`, drafts (`notes`),
 * `notices` with leases, `forget`, `reconcile`, and `availability` for many days without locks.
 */
describe.each([
  ["memory", openMemory],
  ["SQLite", openSqlite],
])("the contract on %s", (_name, open) => {
  it("carries a draw over a whole day", () => drawsOnce(open));
  it("carries the calling of numbers at several counters", () => callsNumbers(open));
});
