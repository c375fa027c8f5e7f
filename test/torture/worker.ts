// One process of a round, to be killed, stopped and started again: worker.ts <store> <where> <name> <worker> <ahead ms>.
// Five callers want one of the five places; it prints what each call was told. Started again it asks the same once more.
import { writeSync } from "node:fs";
import { type Booking, type Desk, type Store, StoreError } from "giliran";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { Redis } from "ioredis";
import Database from "libsql";
import mariadb from "mariadb";
import pg from "pg";
import { deskFor, holdOf, monday } from "../store/five-places.js";
import { places, type Told } from "./verdict.js";

const callers = 5;
/** How often each caller asks for a place, where it is given none that it keeps. */
const visits = 8;

/** As somebody writes it who has read no page: nothing listens for a connection that breaks. */
const stores: Record<string, (where: string, name: string) => Store> = {
  sqlite: (file) => sqliteStore({ database: new Database(file) }),
  postgres: (connectionString, schema) =>
    postgresStore({ pool: new pg.Pool({ connectionString, max: 5, connectionTimeoutMillis: 2000 }), schema }),
  mariadb: (url) =>
    mariadbStore({ pool: mariadb.createPool(`${url}?connectionLimit=5&acquireTimeout=2000`) }),
  redis: (port, prefix) => redisStore({ client: new Redis(Number(port), "127.0.0.1"), prefix }),
};

const [, , kind = "", where = "", name = "", worker = "", ahead = "0"] = process.argv;
const openStore = stores[kind];
if (openStore === undefined) throw new Error(`Expected one of ${Object.keys(stores)}, found "${kind}".`);
const started = Date.now();
const clock = () => monday + (Date.now() - started) + Number(ahead);
const desk = deskFor(openStore(where, name), places, clock);

/** At once, as nothing is printed any more when the process is killed. */
function say(told: Told): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

interface Answer {
  readonly kind: string;
  readonly booking?: Booking;
}

/** Asks until it is answered; what fails for good is told. */
async function ask(id: string, call: (desk: Desk) => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      const outcome = await call(desk);
      const { booking } = outcome;
      const number = booking?.state === "confirmed" ? booking.queueNumber : undefined;
      say({ id, kind: outcome.kind, ...(booking && { code: booking.code }), ...(number && { number }) });
      return outcome;
    } catch (error) {
      if (!(error instanceof StoreError && error.retryable)) {
        say({ id, kind: "failed", error: `${error}` });
        return { kind: "failed" };
      }
      await pause(20);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Some keep what they get, some give it back, and who gets nothing asks again. */
async function comeAndGo(caller: number): Promise<void> {
  for (let visit = 0; visit < visits; visit++) {
    const person = `${worker}.${caller}.${visit}`;
    const sender = `sender ${person}`;
    const held = await ask(`hold ${person}`, () => desk.hold(holdOf(person)));
    const { kind, booking } = held;
    if (kind === "held" && booking !== undefined) {
      const { code } = booking;
      const act = (caller + visit) % 3;
      if (act > 0)
        await ask(`confirm ${person}`, () => desk.confirm({ requestId: `confirm ${person}`, sender, code }));
      if (act < 2)
        await ask(`cancel ${person}`, () => desk.cancel({ requestId: `cancel ${person}`, sender, code }));
      else return;
    }
    await pause(100);
  }
}

await Promise.all(Array.from({ length: callers }, (_, caller) => comeAndGo(caller)));
process.exit(0);
