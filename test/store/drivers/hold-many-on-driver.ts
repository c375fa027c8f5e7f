// A process of the race: hold-many-on-driver.ts <module> <file> <name>; prints what each of five callers is told.
import { deskOn, holdOf } from "../sqlite-desk.js";
import { openWith } from "./open-with.js";

const [, , module = "", file = "", name = ""] = process.argv;
const database = openWith(module, file);
const desk = deskOn(database);
for (let caller = 0; caller < 5; caller++) {
  const { kind } = await desk.hold(holdOf(`${name} ${caller}`));
  console.log(kind);
}
database.close();
