import { storeConformance } from "giliran/testing";
import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";

const connections = "it lives in one process, and its transactions end before another begins";
storeConformance("memory", openMemory, { describe, it, without: { connections } });
storeConformance("SQLite", openSqlite, { describe, it, numRuns: 8 });
