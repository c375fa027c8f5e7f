import { describe, it } from "vitest";
import { storeConformance } from "../../src/testing/store-conformance.js";
import { openMemory, openSqlite } from "../rules/stores.js";

const connections = "it lives in one process, and its transactions end before another begins";
storeConformance("memory", openMemory, { describe, it, without: { connections } });
storeConformance("SQLite", openSqlite, { describe, it, numRuns: 8 });
