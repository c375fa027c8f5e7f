import { sqliteStore } from "giliran/sqlite";
import { describe, it } from "vitest";
import { expectToSurviveKilledProcess } from "./kill-in-mid-batch.js";
import { openDatabase, temporaryFile } from "./open-database.js";

describe("a process that is killed in the middle of a batch on SQLite", () => {
  it("leaves what it was told, once, and nothing of the batch; the others go on", async () => {
    const file = temporaryFile();
    const database = openDatabase(file);
    const store = sqliteStore({ database });
    database.exec("PRAGMA busy_timeout = 0"); // a wait would hold up the test as well
    await expectToSurviveKilledProcess(store, "sqlite", file);
  });
});
