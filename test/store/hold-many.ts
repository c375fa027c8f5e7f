// A process of the race: node --import tsx hold-many.ts <file> <name>; prints what each of ten callers is told.
import Database from "libsql";
import { deskOn, holdOf } from "./sqlite-desk.js";

const [, , file = "", name = ""] = process.argv;
const database = new Database(file);
const desk = deskOn(database);
for (let caller = 0; caller < 10; caller++) {
  const { kind } = await desk.hold(holdOf(`${name}${caller}`));
  console.log(kind);
}
database.close();
