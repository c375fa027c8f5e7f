import { describe, it } from "vitest";
import { kindConformance } from "../../src/testing/kind-conformance.js";
import { openSqlite } from "./open-sqlite.js";

kindConformance("SQLite", openSqlite, { describe, it, numRuns: 8 });
