import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";
import { callsNumbers, drawsOnce } from "./carries.js";

/** What no desk does yet needs no other store: functions that decide it are enough. */
describe.each([
  ["memory", openMemory],
  ["SQLite", openSqlite],
])("the contract on %s", (_name, open) => {
  it("carries a draw over a whole day", () => drawsOnce(open));
  it("carries the calling of numbers at several counters", () => callsNumbers(open));
});
