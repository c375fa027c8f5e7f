import { kindConformance, storeConformance } from "giliran/testing";
import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";

const slowClient = "its calls are made in the process, and nothing comes between them";
const noTables = "it has no tables";
const inMemory = { describe, it, without: { slowClient, constraints: noTables, migrations: noTables } };
const onSqlite = { describe, it, numRuns: 8, without: { slowClient } };

kindConformance("memory", openMemory, inMemory);
storeConformance("memory", openMemory, inMemory);
kindConformance("SQLite", openSqlite, onSqlite);
storeConformance("SQLite", openSqlite, onSqlite);
