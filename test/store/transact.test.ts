import { describe, expect, it } from "vitest";
import { layoutOf } from "../../src/store/versions/layout.js";
import { createTransact, type VersionedServer } from "../../src/store/versions/transact.js";

const layout = layoutOf([]);
const seen = { now: 0, records: {}, homes: new Map(), versions: new Map(), turns: new Map() };
const conflict = new Error("others came first");

/** A server at which others come first so many times; says how each try was made. */
function contended(times: number) {
  const made: ("freely" | "in line")[] = [];
  let left = times;
  const decideBy =
    (how: (typeof made)[number]): VersionedServer<{ readonly layout: typeof layout }>["decideFreely"] =>
    async (_, round) => {
      made.push(how);
      const next = round.decide(seen);
      if (next !== undefined && !("widen" in next.decision) && left-- > 0) throw conflict;
      return next?.decision;
    };
  const transact = createTransact({
    learn: async () => ({ layout }),
    decideFreely: decideBy("freely"),
    decideInLine: decideBy("in line"),
    isConflict: (error) => error === conflict,
    ruleBroken: () => undefined,
  });
  return { made, transact };
}

describe("a decision that is made again, as others came first", () => {
  it("may be led further by what they wrote, each time anew", async () => {
    const { transact } = contended(10);
    let asked = 0;
    const result = await transact({ wants: [] }, () =>
      asked++ % 2 === 0 ? { widen: { wants: [] } } : { save: [], result: "done" },
    );
    expect([result, asked]).toEqual(["done", 22]);
  });

  it("is stopped where it leads further by itself without an end", async () => {
    const { transact } = contended(0);
    await expect(transact({ wants: [] }, () => ({ widen: { wants: [] } }))).rejects.toThrow("8 times");
  });
});
