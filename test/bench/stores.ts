import { benchMariadb } from "./stores/mariadb.js";
import { benchMemory } from "./stores/memory.js";
import { benchPostgres } from "./stores/postgres.js";
import { benchRedis } from "./stores/redis.js";
import { benchSqlite } from "./stores/sqlite.js";

/** What the stores cost; only the ratios within one run are worth keeping. `npm run bench -- stores [name …]`. */
const asked = process.argv.slice(3);
const parts = {
  memory: benchMemory,
  sqlite: benchSqlite,
  postgres: benchPostgres,
  mariadb: benchMariadb,
  redis: benchRedis,
};
for (const [name, run] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await run();
