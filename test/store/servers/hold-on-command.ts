// What follows the snippets of docs/storage.md in a process: for each line that it is told it holds forty places, as
// four callers who ask again, and prints how many it has got; it ends with "end".
import { stdin } from "node:process";
import { createInterface } from "node:readline";
import { type Desk, defineOffice, type Office, StoreError } from "giliran";

const everyDay = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map((day) => [day, ["00:00-24:00"]]);

export const offices: readonly Office[] = [
  defineOffice({
    id: "north",
    name: "North",
    timeZone: "Asia/Jakarta",
    hours: Object.fromEntries(everyDay),
    slotMinutes: 60,
    capacity: 100,
    rules: { opensDaysBefore: 3 },
  }),
];

let holds = 0;

async function hold(desk: Desk, date: string): Promise<void> {
  const id = `${holds++}`;
  const call = { requestId: id, sender: id, officeId: "north", date, people: [{ key: id, details: {} }] };
  for (;;)
    try {
      const { kind } = await desk.hold(call);
      if (kind !== "held") throw new Error(kind);
      console.log(id);
      return;
    } catch (error) {
      if (!(error instanceof StoreError && error.retryable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

export async function holdOnCommand(desk: Desk): Promise<never> {
  const date = desk.dateAt("north", Date.now() + 86_400_000);
  const caller = async () => {
    for (let count = 0; count < 10; count++) await hold(desk, date);
  };
  console.log("ready");
  for await (const line of createInterface(stdin)) {
    if (line === "end") break;
    await Promise.all([caller(), caller(), caller(), caller()]);
    console.log(`${holds} held`);
  }
  process.exit();
}
