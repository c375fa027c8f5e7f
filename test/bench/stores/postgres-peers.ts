import type pg from "pg";
import { dates, detailsOf, officeIds, type Place, windows } from "./bench-desk.js";
import type { Side } from "./sides.js";

let schemas = 0;

const tables = (schema: string, capacity: number) => `
  CREATE SCHEMA ${schema};
  CREATE TABLE ${schema}.slot (
    office text, date text, "window" text, taken integer NOT NULL, capacity integer NOT NULL,
    PRIMARY KEY (office, date, "window"));
  CREATE TABLE ${schema}.booking (
    code text PRIMARY KEY, request text NOT NULL UNIQUE, office text NOT NULL, date text NOT NULL,
    "window" text NOT NULL, person text NOT NULL, sender text NOT NULL, details json NOT NULL,
    created timestamptz NOT NULL DEFAULT now());
  CREATE INDEX ON ${schema}.booking (office, date, "window");
  CREATE INDEX ON ${schema}.booking (person);
  CREATE INDEX ON ${schema}.booking (sender);
  INSERT INTO ${schema}.slot SELECT office, date, "window", 0, ${capacity}
    FROM unnest('{${officeIds.join()}}'::text[]) AS office, unnest('{${dates.join()}}'::text[]) AS date,
      unnest('{${windows.join()}}'::text[]) AS "window";`;

export async function countBookings(pool: pg.Pool, table: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${table}`);
  return Number(rows[0]?.count);
}

function valuesOf(call: number, { officeId, date, window }: Place): unknown[] {
  const details = JSON.stringify(detailsOf(call));
  return [`C${call}`, `bench:${call}`, officeId, date, window, `person ${call}`, `sender ${call}`, details];
}

/** What people write by hand, as well as they do: the same columns and indexes, and no rule but the capacity. */
export function createPeers(pool: pg.Pool) {
  let schema = "";

  async function freshTables(capacity: number): Promise<void> {
    schema = `peer_${schemas++}`;
    await pool.query(tables(schema, capacity));
    await pool.query("ANALYZE");
  }

  const insert = () =>
    `INSERT INTO ${schema}.booking (code, request, office, date, "window", person, sender, details)`;
  const slotOf = 'office = $1 AND date = $2 AND "window" = $3';

  /** \`BEGIN; SELECT … FOR UPDATE; INSERT; UPDATE; COMMIT\`; false where the window is full. */
  async function bookLocked(call: number, place: Place): Promise<boolean> {
    const key = [place.officeId, place.date, place.window];
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const { rows } = await client.query(
        `SELECT taken, capacity FROM ${schema}.slot WHERE ${slotOf} FOR UPDATE`,
        key,
      );
      const isFree = rows[0].taken < rows[0].capacity;
      if (isFree) {
        await client.query(`${insert()} VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, valuesOf(call, place));
        await client.query(`UPDATE ${schema}.slot SET taken = taken + 1 WHERE ${slotOf}`, key);
      }
      await client.query("COMMIT");
      return isFree;
    } finally {
      client.release();
    }
  }

  async function bookInOneStatement(call: number, place: Place): Promise<void> {
    await pool.query(
      `WITH slot AS (
         UPDATE ${schema}.slot SET taken = taken + 1
         WHERE office = $3 AND date = $4 AND "window" = $5 AND taken < capacity RETURNING 1)
       ${insert()} SELECT $1, $2, $3, $4, $5, $6, $7, $8::json FROM slot`,
      valuesOf(call, place),
    );
  }

  /** Looks how many there are, then inserts: what is oversold by it is printed. */
  async function bookAfterCount(call: number, place: Place, capacity: number): Promise<boolean> {
    const { rows } = await pool.query(
      `SELECT count(*) AS taken FROM ${schema}.booking WHERE office = $1 AND date = $2 AND "window" = $3`,
      [place.officeId, place.date, place.window],
    );
    if (Number(rows[0].taken) >= capacity) return false;
    await pool.query(`${insert()} VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, valuesOf(call, place));
    return true;
  }

  const dayOf = (window: string): Place => ({ officeId: officeIds[0] ?? "", date: dates[0] ?? "", window });

  /** One window after the other until one has a place, as a day is asked for. */
  async function anyWindow(book: (place: Place) => Promise<boolean>): Promise<void> {
    for (const window of windows) if (await book(dayOf(window))) return;
  }

  const verdict = async (ofSide: string, places: number) =>
    `${await countBookings(pool, `${ofSide}.booking`)} of ${places} places held`;

  function burst(
    name: string,
    calls: number,
    places: number,
    book: (call: number, place: Place) => Promise<boolean>,
  ): Side {
    let ofSide = "";
    return {
      name,
      calls,
      async prepare() {
        await freshTables(places / windows.length);
        ofSide = schema;
        return (call) => anyWindow((place) => book(call, place));
      },
      verdict: () => verdict(ofSide, places),
    };
  }

  return {
    forUpdate: (calls: number, place: (call: number) => Place): Side => ({
      name: "by hand: a transaction with FOR UPDATE each",
      calls,
      async prepare() {
        await freshTables(1_000_000);
        return (call) => bookLocked(call, place(call));
      },
    }),
    oneStatement: (calls: number, place: (call: number) => Place): Side => ({
      name: "by hand: one conditional statement each",
      calls,
      async prepare() {
        await freshTables(1_000_000);
        return (call) => bookInOneStatement(call, place(call));
      },
    }),
    burstForUpdate: (calls: number, places: number): Side =>
      burst("by hand: a transaction with FOR UPDATE each", calls, places, bookLocked),
    burstCountThenInsert: (calls: number, places: number): Side =>
      burst("by hand: count, then insert", calls, places, (call, place) =>
        bookAfterCount(call, place, places / windows.length),
      ),
  } as const;
}
