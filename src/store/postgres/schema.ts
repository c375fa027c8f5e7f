import { StoreError } from "../../errors.js";
import { codeOf, type PostgresConnection, type RunQuery } from "./connection.js";
import { load, lock } from "./functions.js";
import { leave, save } from "./save-functions.js";

/**
 * One step a version, never changed once it was published. `record` is the truth, the columns make it findable and
 * are what the constraints speak of. Texts compare by their bytes, as in JavaScript and faster than in a language.
 */
const migrations: readonly string[] = [
  `
  -- Whoever writes a booking gives its day a version that none ever had: who decided on an older one is told so.
  CREATE TABLE giliran_day (
    office_id text COLLATE "C" NOT NULL,
    date text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    decided_at bigint NOT NULL,
    record json,
    PRIMARY KEY (office_id, date)
  );

  -- C1 once more: what is taken never passes the stored ceiling.
  CREATE TABLE giliran_place_count (
    office_id text COLLATE "C" NOT NULL,
    date text COLLATE "C" NOT NULL,
    "window" text COLLATE "C" NOT NULL,
    pool text COLLATE "C" NOT NULL,
    taken integer NOT NULL,
    ceiling integer NOT NULL,
    PRIMARY KEY (office_id, date, "window", pool),
    CHECK (taken BETWEEN 0 AND ceiling)
  );

  CREATE TABLE giliran_booking (
    code text COLLATE "C" NOT NULL PRIMARY KEY,
    office_id text COLLATE "C" NOT NULL,
    date text COLLATE "C" NOT NULL,
    "window" text COLLATE "C" NOT NULL,
    pool text COLLATE "C" NOT NULL,
    places integer NOT NULL CHECK (places > 0),
    state text COLLATE "C" NOT NULL,
    occupies boolean NOT NULL,
    sequence integer,
    due_at bigint,
    notice_at bigint,
    waiting_turn integer,
    live_until bigint,
    record json NOT NULL
  );
  CREATE INDEX giliran_booking_day ON giliran_booking (office_id, date, due_at);
  -- What nearly no booking has for long is found by indexes that are nearly empty.
  -- The sum keeps a day's own look-up from this index of all days, even from walking it while it is small.
  CREATE INDEX giliran_booking_due ON giliran_booking ((due_at + 0)) WHERE due_at + 0 IS NOT NULL;
  CREATE INDEX giliran_booking_notice ON giliran_booking (notice_at) WHERE notice_at IS NOT NULL;
  CREATE INDEX giliran_booking_waiting ON giliran_booking (office_id, date, waiting_turn)
    WHERE waiting_turn IS NOT NULL;
  -- C6 once more: a number is given once.
  CREATE UNIQUE INDEX giliran_booking_number ON giliran_booking (office_id, date, "window", sequence)
    WHERE sequence IS NOT NULL;

  -- C4 as far as tables can: each booking of a person or a sender takes the turn after the last one that was seen,
  -- so that of two who did not see each other one fails.
  CREATE TABLE giliran_owner (
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('person', 'sender')),
    key text COLLATE "C" NOT NULL,
    turn integer NOT NULL,
    code text COLLATE "C",
    PRIMARY KEY (key, kind, turn)
  );

  -- What is remembered of a sender beside the bookings.
  CREATE TABLE giliran_sender (
    sender text COLLATE "C" NOT NULL PRIMARY KEY,
    version bigint NOT NULL,
    last_message_at bigint NOT NULL,
    record json NOT NULL
  );
  CREATE INDEX giliran_sender_last ON giliran_sender (last_message_at);

  CREATE TABLE giliran_answer (
    key text COLLATE "C" NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    record json NOT NULL
  );
  CREATE INDEX giliran_answer_at ON giliran_answer USING brin (at);
  ${load}
  ${lock}
  ${leave}
  ${save}
  `,
];

const newest = migrations.length;

/** Brings the tables to this version; processes that start together wait for one another. */
export async function migrate({ query, transaction }: PostgresConnection, schema: string): Promise<void> {
  await checkIsolation(query);
  if ((await versionOf(query, schema)) === newest) return;
  await transaction("BEGIN ISOLATION LEVEL READ COMMITTED", async (run) => {
    // A lock of the transaction, not of the session: behind a pooler sessions change hands.
    await run("SELECT pg_advisory_xact_lock(hashtext($1))", `giliran ${schema}`);
    const [found] = await run("SELECT to_regnamespace($1) IS NULL AS missing", `"${schema}"`);
    if (found?.missing === true) await run(`CREATE SCHEMA "${schema}"`);
    await run(`SET LOCAL search_path = "${schema}", pg_temp`);
    await run("CREATE TABLE IF NOT EXISTS giliran_schema (version integer NOT NULL)");
    const version = await versionOf(run, schema);
    for (const migration of migrations.slice(version)) await run(migration);
    if (version < newest) await run("INSERT INTO giliran_schema (version) VALUES ($1)", String(newest));
  });
}

/** The functions wait for a lock and then look again; under a stricter level every wait would end in an error. */
async function checkIsolation(query: RunQuery): Promise<void> {
  const [row] = await query("SELECT current_setting('default_transaction_isolation') AS level");
  if (row?.level === "read committed") return;
  throw new StoreError(
    `The pool's connections default to the isolation "${row?.level}"; set default_transaction_isolation to "read committed" for this pool.`,
    { retryable: false },
  );
}

async function versionOf(query: RunQuery, schema: string): Promise<number> {
  const version = await query(`SELECT max(version) AS version FROM "${schema}".giliran_schema`).then(
    ([row]) => Number(row?.version ?? 0),
    (error: StoreError) => {
      if (["42P01", "3F000"].includes(codeOf(error.cause))) return 0;
      throw error;
    },
  );
  if (version <= newest) return version;
  throw new StoreError(
    `The database has schema ${version} of giliran, this version knows ${newest}; update giliran.`,
    { retryable: false },
  );
}
