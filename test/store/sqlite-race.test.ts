import { createDesk, type Desk, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { openDatabase, temporaryFile } from "./open-database.js";
import { deskOn, holdOf, monday } from "./sqlite-desk.js";

/** 40 callers at once, each at another desk than the one before. */
async function race(desks: readonly [Desk, Desk]): Promise<number> {
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? desks[0] : desks[1]).hold(holdOf(`${index}`)),
    ),
  );
  return outcomes.filter(({ kind }) => kind === "held").length;
}

describe("five places that forty callers want", () => {
  it("go to five at two desks with a connection each", async () => {
    const file = temporaryFile();
    expect(await race([deskOn(openDatabase(file)), deskOn(openDatabase(file))])).toBe(5);
  });

  it("go to more where a store does not isolate", async () => {
    const store = memoryStore();
    let decided = 0;
    let meet = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const careless: typeof store = {
      ...store,
      async transact(scope, decide) {
        const { now, records } = await store.read(scope);
        const decision = decide(records, { ...scope, now });
        decided++;
        if (decided === 2) meet();
        await both;
        return store.transact(scope, () => decision);
      },
    };
    const { offices } = deskOn(openDatabase());
    const open = () => createDesk({ offices, store: careless, now: () => monday });
    expect(await race([open(), open()])).toBeGreaterThan(5);
  });
});
