import { postgresStore } from "giliran/postgres";
import pg from "pg";
import { bookingKind } from "../../../src/booking/kinds.js";
import { arrayLiteral } from "../../../src/store/postgres/load-function.js";
import { postgresUser, startPostgres } from "../../store/servers/postgres-server.js";
import {
  createBenchDesk,
  dates,
  hold,
  holdAndConfirm,
  hotDate,
  officeIds,
  type Place,
  placeOf,
  windows,
} from "./bench-desk.js";
import { countBookings, createPeers } from "./postgres-peers.js";
import { compare, type Side } from "./sides.js";

let schemas = 0;

/** The rows that the store itself wrote, once more into empty tables, in bare statements of 256 bookings. */
function floor(pool: pg.Pool, calls: number, place: (call: number) => Partial<Place>): Side {
  const batches = calls / 256;
  return {
    name: "floor: the same rows, bare statements of 256",
    calls: batches,
    bookingsPerCall: 256,
    callers: 1,
    async prepare() {
      const [source, target] = [`floor_${schemas++}`, `floor_${schemas++}`];
      const desk = createBenchDesk(postgresStore({ pool, schema: source }));
      await Promise.all(Array.from({ length: calls }, (_, call) => hold(desk, call, place(call))));
      await postgresStore({ pool, schema: target }).find({
        lookUp: bookingKind.byKey,
        value: ["none"],
        limit: 1,
      });
      const tables = await Promise.all(
        ["booking", "owner", "answer"].map((table) =>
          readTable(pool, `${source}.giliran_${table}`, `${target}.giliran_${table}`),
        ),
      );
      return async (batch) => {
        for (const { insert, columns } of tables) {
          const each = (columns[0]?.length ?? 0) / batches;
          await pool.query(
            insert,
            columns.map((column) => arrayLiteral(column.slice(batch * each, (batch + 1) * each))),
          );
        }
      };
    },
  };
}

/** A table column by column, as texts, and the statement that inserts some of its rows into another. */
async function readTable(pool: pg.Pool, from: string, into: string) {
  const { rows: described } = await pool.query<{ name: string; type: string }>(
    `SELECT quote_ident(attname) AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [from],
  );
  const names = described.map(({ name }) => name);
  const { rows } = await pool.query<(string | null)[]>({
    text: `SELECT ${names.map((name) => `${name}::text`).join()} FROM ${from}`,
    rowMode: "array",
  });
  const arrays = described.map(({ type }, index) => `$${index + 1}::${type}[]`);
  return {
    insert: `INSERT INTO ${into} (${names.join()}) SELECT * FROM unnest(${arrays.join()})`,
    columns: names.map((_, index) => rows.map((row) => row[index] ?? undefined)),
  };
}

export async function benchPostgres(): Promise<void> {
  const server = await startPostgres();
  if (!("port" in server.address)) {
    console.log(`PostgreSQL is left out: ${server.address.missingBecause}`);
    return;
  }
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: server.address.port, max: 16 });
  pool.on("error", () => undefined); // idle connections are cut when the server stops
  const peers = createPeers(pool);

  const ours = (
    calls: number,
    make: (desk: ReturnType<typeof createBenchDesk>, call: number) => Promise<unknown>,
    name = "giliran",
  ): Side => ({
    name,
    calls,
    async prepare() {
      const desk = createBenchDesk(postgresStore({ pool, schema: `bench_${schemas++}` }));
      await hold(desk, 9_999_999); // makes the tables
      // Connections and desks live long: functions are planned and days laid out before it is measured.
      await Promise.all(
        officeIds.flatMap((officeId, index) => [
          hold(desk, 9_999_000 + index, { officeId }),
          desk.availability({ officeId, from: hotDate, days: dates.length }),
        ]),
      );
      return (call) => make(desk, call);
    },
  });
  const hot = (call: number) => ({
    officeId: officeIds[0] ?? "",
    date: hotDate,
    window: windows[call % windows.length] ?? "",
  });

  await compare("PostgreSQL, one hot day", 512, [
    ours(6144, (desk, call) => hold(desk, call)),
    peers.forUpdate(600, () => hot(0)),
    peers.oneStatement(1500, () => hot(0)),
    floor(pool, 6144, () => ({})),
  ]);
  await compare("PostgreSQL, one hot day, hold and confirm", 512, [
    ours(3072, holdAndConfirm),
    peers.forUpdate(600, () => hot(0)),
  ]);
  await compare("PostgreSQL, one hot day", 64, [
    ours(2048, (desk, call) => hold(desk, call)),
    peers.forUpdate(600, () => hot(0)),
    peers.oneStatement(1200, () => hot(0)),
  ]);
  await compare("PostgreSQL, one hot day", 1, [
    ours(200, (desk, call) => hold(desk, call)),
    peers.forUpdate(200, () => hot(0)),
    peers.oneStatement(200, () => hot(0)),
  ]);
  await compare("PostgreSQL, 26 offices and 60 days", 512, [
    ours(6144, (desk, call) => hold(desk, call, placeOf(call))),
    peers.forUpdate(1200, placeOf),
    peers.oneStatement(2400, placeOf),
    floor(pool, 6144, placeOf),
  ]);
  await burst(pool, peers);
  await pool.end();
  await server.stop();
}

/** 10,000 requests at once for 400 places of one day. */
async function burst(pool: pg.Pool, peers: ReturnType<typeof createPeers>): Promise<void> {
  const requests = 10_000;
  let schema = "";
  const ours: Side = {
    name: "giliran",
    calls: requests,
    async prepare() {
      schema = `burst_${schemas++}`;
      const desk = createBenchDesk(postgresStore({ pool, schema }), 28);
      await desk.find({ code: "ZZZZZZZZ" });
      return (call) => hold(desk, call, { date: hotDate });
    },
    verdict: async () => `${await countBookings(pool, `${schema}.giliran_booking`)} of 392 places held`,
  };
  await compare(
    "PostgreSQL, a burst of 10,000 requests for one day",
    requests,
    [ours, peers.burstForUpdate(requests, 392), peers.burstCountThenInsert(requests, 392)],
    3,
  );
}
