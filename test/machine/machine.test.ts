import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";
import { expectModelled } from "./expect-machine.js";

describe("the life of bookings is that of a small model", () => {
  it("on memory", () => expectModelled(openMemory, 100));

  it("on SQLite", () => expectModelled(openSqlite, 15));
});
