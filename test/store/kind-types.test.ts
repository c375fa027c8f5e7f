import { describe, expect, it } from "vitest";
import { defineKind, type Family } from "../../src/store/kind.js";
import { type Saved, saved } from "../../src/store/scope.js";
import type { Decide } from "../../src/store/store.js";
import { hall, type Visit } from "../../src/testing/conformance/hall.js";
import { visitOf } from "../../src/testing/conformance/sample-hall.js";

interface Bell {
  readonly bellId: string;
}

const text = { type: "text", of: ({ bellId }: Bell) => bellId } as const;
const whole = {
  name: "bell",
  short: "be",
  family: (): Family => ({ name: "bells", kinds: [], migrations: [] }),
  key: ["bellId"],
  columns: { bellId: text },
  isolation: "own",
} as const;

/** Each line that is no error any more fails the type check. */
describe("what no store could save does not compile", () => {
  it("is a kind without its columns, family, key or isolation", () => {
    const { columns, ...withoutColumns } = whole;
    const { family, ...withoutFamily } = whole;
    const { key, ...withoutKey } = whole;
    const { isolation, ...withoutIsolation } = whole;
    expect([
      defineKind<Bell>(whole, {}),
      // @ts-expect-error
      defineKind<Bell>(withoutColumns, {}),
      // @ts-expect-error
      defineKind<Bell>(withoutFamily, {}),
      // @ts-expect-error
      defineKind<Bell>(withoutIsolation, {}),
      // @ts-expect-error
      () => defineKind<Bell>(withoutKey, {}),
    ]).toHaveLength(5);
  });

  it("is a kind with columns of another record, or of no type that databases have", () => {
    const ofVisit = { type: "text", of: ({ code }: Visit) => code } as const;
    expect([
      // @ts-expect-error
      defineKind<Bell>({ ...whole, columns: { bellId: ofVisit } }, {}),
      // @ts-expect-error
      defineKind<Bell>({ ...whole, columns: { bellId: { ...text, type: "date" } } }, {}),
    ]).toHaveLength(2);
  });

  it("is a family without migrations, and a migration of no known step", () => {
    const families: readonly Family[] = [
      // @ts-expect-error
      { name: "bells", kinds: [] },
      // @ts-expect-error
      { name: "bells", kinds: [], migrations: [[{ kind: "view" }]] },
    ];
    expect(families).toHaveLength(2);
  });

  it("is a record without a kind, or of another kind", () => {
    const all: readonly Saved[] = [
      saved(hall.visit, [visitOf("A")]),
      // @ts-expect-error
      { records: [visitOf("A")] },
      // @ts-expect-error
      saved(hall.slip, [visitOf("A")]),
      // @ts-expect-error
      saved({ name: "visit" }, []),
    ];
    expect(all).toHaveLength(4);
  });

  it("is a decision that says nothing of what is saved, and a look-up that the kind does not have", () => {
    // @ts-expect-error
    const decide: Decide<number> = () => ({ result: 1 });
    // @ts-expect-error
    expect([decide, hall.visit.lookUps.ofPerson]).toHaveLength(2);
  });
});
