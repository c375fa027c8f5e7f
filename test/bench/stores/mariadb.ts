import { mariadbStore } from "giliran/mariadb";
import * as mariadb from "mariadb";
import { mariadbUser, startMariadb } from "../../store/servers/mariadb-server.js";
import {
  createBenchDesk,
  dates,
  detailsOf,
  hold,
  hotDate,
  officeIds,
  type Place,
  placeOf,
  windows,
} from "./bench-desk.js";
import { compare, type Side } from "./sides.js";

export async function benchMariadb(): Promise<void> {
  const server = await startMariadb();
  if (!("port" in server.address)) {
    console.log(`MariaDB is left out: ${server.address.missingBecause}`);
    return;
  }
  const at = { ...mariadbUser, host: "127.0.0.1", port: server.address.port };
  const administrator = mariadb.createPool({ ...at, connectionLimit: 1 });
  const pools: mariadb.Pool[] = [];

  async function freshPool(): Promise<mariadb.Pool> {
    const database = `bench_${pools.length}`;
    await administrator.query(`CREATE DATABASE ${database}`);
    await pools.at(-1)?.end();
    const pool = mariadb.createPool({ ...at, database, connectionLimit: 16 });
    pools.push(pool);
    return pool;
  }

  const ours = (calls: number, place: (call: number) => Partial<Place>): Side => ({
    name: "giliran",
    calls,
    async prepare() {
      const desk = createBenchDesk(mariadbStore({ pool: await freshPool() }));
      await hold(desk, 9_999_999); // makes the tables
      await Promise.all(
        officeIds.flatMap((officeId, index) => [
          hold(desk, 9_999_000 + index, { officeId }),
          desk.availability({ officeId, from: hotDate, days: dates.length }),
        ]),
      );
      return (call) => hold(desk, call, place(call));
    },
  });

  /** What people write by hand: the same columns and indexes, and no rule but the capacity. */
  const forUpdate = (calls: number, place: (call: number) => Place): Side => ({
    name: "by hand: a transaction with FOR UPDATE each",
    calls,
    async prepare() {
      const pool = await freshPool();
      await pool.query(
        `CREATE TABLE slot (office VARCHAR(60), date VARCHAR(10), slot VARCHAR(20), taken INT NOT NULL, capacity INT NOT NULL, PRIMARY KEY (office, date, slot))`,
      );
      await pool.query(
        `CREATE TABLE booking (code VARCHAR(20) PRIMARY KEY, request VARCHAR(60) NOT NULL UNIQUE, office VARCHAR(60) NOT NULL, date VARCHAR(10) NOT NULL,
          slot VARCHAR(20) NOT NULL, person VARCHAR(60) NOT NULL, sender VARCHAR(60) NOT NULL, details LONGTEXT NOT NULL,
          created TIMESTAMP NOT NULL DEFAULT NOW(), KEY (office, date, slot), KEY (person), KEY (sender))`,
      );
      const slots = officeIds.flatMap((office) =>
        dates.flatMap((date) => windows.map((window) => [office, date, window, 0, 1_000_000])),
      );
      await pool.batch("INSERT INTO slot VALUES (?, ?, ?, ?, ?)", slots);
      return async (call) => {
        const { officeId, date, window } = place(call);
        const client = await pool.getConnection();
        try {
          await client.beginTransaction();
          const key = [officeId, date, window];
          const isSlot = "office = ? AND date = ? AND slot = ?";
          await client.execute(`SELECT taken, capacity FROM slot WHERE ${isSlot} FOR UPDATE`, key);
          await client.execute(
            "INSERT INTO booking (code, request, office, date, slot, person, sender, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
              `C${call}`,
              `bench:${call}`,
              ...key,
              `person ${call}`,
              `sender ${call}`,
              JSON.stringify(detailsOf(call)),
            ],
          );
          await client.execute(`UPDATE slot SET taken = taken + 1 WHERE ${isSlot}`, key);
          await client.commit();
        } finally {
          await client.release();
        }
      };
    },
  });

  const hot = (): Place => ({ officeId: officeIds[0] ?? "", date: hotDate, window: windows[0] ?? "" });
  await compare("MariaDB, one hot day", 512, [ours(3072, () => ({})), forUpdate(600, hot)]);
  await compare("MariaDB, one hot day", 64, [ours(2048, () => ({})), forUpdate(600, hot)]);
  await compare("MariaDB, one hot day", 1, [ours(200, () => ({})), forUpdate(200, hot)]);
  await compare("MariaDB, 26 offices and 60 days", 512, [ours(3072, placeOf), forUpdate(1200, placeOf)]);
  await pools.at(-1)?.end();
  await administrator.end();
  await server.stop();
}
