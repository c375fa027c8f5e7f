import { storeConformance } from "giliran/testing";
import { describe, it } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";

const connections = "it lives in one process, and its transactions end before another begins";
const slowClient = "its calls are made in the process, and nothing comes between them";
storeConformance("memory", openMemory, { describe, it, without: { connections, slowClient } });
storeConformance("SQLite", openSqlite, { describe, it, numRuns: 8, without: { slowClient } });
