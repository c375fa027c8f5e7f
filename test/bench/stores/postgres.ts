import { postgresStore } from "giliran/postgres";
import pg from "pg";
import { arrayLiteral, type ColumnValue } from "../../../src/store/postgres/array-literal.js";
import { postgresUser, startPostgres } from "../../store/servers/postgres-server.js";
import {
  createBenchDesk,
  detailsOf,
  hold,
  holdAndConfirm,
  hotDate,
  officeIds,
  placeOf,
  windows,
} from "./bench-desk.js";
import { countBookings, createPeers } from "./postgres-peers.js";
import { compare, type Side } from "./sides.js";

type Row = Readonly<Record<string, ColumnValue>>;

let schemas = 0;

/** The rows of the store's own tables in bare statements of 256, without a rule. */
function floor(pool: pg.Pool, calls: number): Side {
  return {
    name: "floor: the same rows, bare statements of 256",
    calls: calls / 256,
    bookingsPerCall: 256,
    callers: 1,
    async prepare() {
      const schema = `floor_${schemas++}`;
      await postgresStore({ pool, schema }).find({ sender: "nobody", limit: 1 });
      const insert = (table: string, columns: Readonly<Record<string, string>>, rows: readonly Row[]) => {
        const names = Object.keys(columns);
        const quoted = names.map((name) => `"${name}"`).join();
        const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
        return pool.query(
          `INSERT INTO ${schema}.giliran_${table} (${quoted}) SELECT * FROM unnest(${arrays.join()})`,
          names.map((name) => arrayLiteral(rows.map((row) => row[name]))),
        );
      };
      return async (batch) => {
        const calls = Array.from({ length: 256 }, (_, index) => batch * 256 + index);
        await insert(
          "booking",
          {
            code: "text",
            office_id: "text",
            date: "text",
            window: "text",
            pool: "text",
            places: "integer",
            state: "text",
            occupies: "boolean",
            due_at: "bigint",
            live_until: "bigint",
            record: "json",
          },
          calls.map(bookingRow),
        );
        await insert(
          "owner",
          { kind: "text", key: "text", turn: "integer", code: "text" },
          calls.flatMap((call) => [
            { kind: "person", key: hashLike(call), turn: 1, code: codeLike(call) },
            { kind: "sender", key: `sender ${call}`, turn: 1, code: codeLike(call) },
          ]),
        );
        await insert(
          "answer",
          { key: "text", at: "bigint", record: "json" },
          calls.map((call) => ({
            key: hashLike(call + 0.5),
            at: 1_502_000_000_000,
            record: {
              key: hashLike(call + 0.5),
              fingerprint: hashLike(call),
              action: "hold",
              at: 1_502_000_000_000,
              outcome: {
                kind: "held",
                booking: { code: codeLike(call), state: "held", expiresAt: 1_502_064_000_000, changes: 1 },
              },
            },
          })),
        );
      };
    },
  };
}

/** As long and as unordered as the real ones. */
const hashLike = (call: number) =>
  Buffer.from(`${(call * 0.6180339887) % 1}`.padEnd(18).slice(2, 18)).toString("base64url");
const codeLike = (call: number) =>
  `${(call * 48271) % 2147483647}`.padStart(8, "0").slice(-8) + call.toString(36);

function bookingRow(call: number) {
  const core = {
    code: codeLike(call),
    date: hotDate,
    window: windows[0],
    pool: "general",
    places: 1,
    state: "held",
  };
  const times = { start: 1_502_154_000_000, end: 1_502_155_800_000, expiresAt: 1_502_064_000_000 };
  const people = [{ key: hashLike(call), details: detailsOf(call) }];
  const history = [{ what: "held", at: 1_502_060_400_000, by: "applicant" }];
  return {
    ...core,
    office_id: officeIds[0],
    occupies: true,
    due_at: times.expiresAt,
    live_until: times.end,
    record: {
      ...core,
      officeId: officeIds[0],
      until: "08:30",
      ...times,
      people,
      sender: `sender ${call}`,
      history,
    },
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
      // Connections live long: each has planned the functions before it is measured.
      await Promise.all(officeIds.map((officeId, index) => hold(desk, 9_999_000 + index, { officeId })));
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
    floor(pool, 6144),
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
    floor(pool, 6144),
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
