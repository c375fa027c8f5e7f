// A process of the race: hold-many.ts <url> <schema> <name>; prints its backend and what each of five callers is told.
import { postgresStore } from "giliran/postgres";
import pg from "pg";
import { deskFor, holdOf } from "../five-places.js";

const [, , url = "", schema = "", name = ""] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 1 });
const { rows } = await pool.query("SELECT pg_backend_pid() AS id");
console.log(`backend ${rows[0].id}`);
const desk = deskFor(postgresStore({ pool, schema }));
const outcomes = await Promise.all(
  Array.from({ length: 5 }, (_, caller) => desk.hold(holdOf(`${name} ${caller}`))),
);
for (const { kind } of outcomes) console.log(kind);
await pool.end();
