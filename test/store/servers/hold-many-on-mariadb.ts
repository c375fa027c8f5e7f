// A process of the race: hold-many-on-mariadb.ts <url> <name>; prints what each of five callers is told.
import { mariadbStore } from "giliran/mariadb";
import { createPool } from "mariadb";
import { deskFor, holdOf } from "../five-places.js";

const [, , url = "", name = ""] = process.argv;
const pool = createPool(`${url}?connectionLimit=2`);
const desk = deskFor(mariadbStore({ pool }));
const outcomes = await Promise.all(
  Array.from({ length: 5 }, (_, caller) => desk.hold(holdOf(`${name} ${caller}`))),
);
for (const { kind } of outcomes) console.log(kind);
await pool.end();
