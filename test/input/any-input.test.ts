import fc from "fast-check";
import * as giliran from "giliran";
import * as barcode from "giliran/barcode";
import { describe, expect, it } from "vitest";
import { type Example, listExamples, openDesk, unchecked, wholes } from "./examples.js";

const examples = await listExamples();

/** What nobody should give, beside values of every kind. */
const junk = fc.oneof(
  fc.anything(),
  fc.constantFrom(undefined, null, "", "x", {}, [], [null], Number.NaN, -1, 0, 1e300, 0.5),
  fc.constantFrom("0000-01-01", "9999-12-31", "24:00", "\0", "\uD800", Object.create(null), { toString: 1 }),
);

const isOpen = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** The value with something else in one place, at any depth. */
function spoilt(value: unknown, depth = 4): fc.Arbitrary<unknown> {
  const parts = isOpen(value) && !wholes.has(value) && depth > 0 ? Object.keys(value) : [];
  if (parts.length === 0) return junk;
  const copy = (name: string, part: unknown) => {
    const copied: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
    Object.defineProperty(copied, name, {
      value: part,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return copied;
  };
  const inside = parts.map((name) =>
    spoilt((value as Readonly<Record<string, unknown>>)[name], depth - 1).map((part) => copy(name, part)),
  );
  return fc.oneof(junk, ...inside);
}

function spoiltValues(values: readonly unknown[]): fc.Arbitrary<readonly unknown[]> {
  const places = values.map((value, index) => spoilt(value).map((bad) => values.with(index, bad)));
  return fc.oneof(fc.array(junk, { maxLength: values.length }), ...places);
}

/** Whether an error says what was expected, as no error of the language does. */
function isClear(error: unknown): boolean {
  return (
    error instanceof giliran.InvalidConfigError || (error instanceof Error && /expected/i.test(error.message))
  );
}

async function problemOf({ call, values }: Example): Promise<unknown> {
  try {
    await call(...(values as never[]));
    return undefined;
  } catch (error) {
    return isClear(error) ? undefined : error;
  }
}

describe("whatever is given", () => {
  it("has an example for every public function and every action of the desk", () => {
    const functions = Object.entries({ ...giliran })
      .filter(([name, value]) => typeof value === "function" && !/Error$/.test(name))
      .map(([name]) => name)
      .filter((name) => !unchecked.includes(name));
    const pictures = Object.entries({ ...barcode }).filter(([, value]) => typeof value === "function");
    // `close` takes nothing.
    const ofDesk = Object.entries(openDesk()).filter(
      ([name, value]) => typeof value === "function" && name !== "close",
    );
    const ofField = Object.keys(giliran.field);
    const expected = [
      ...functions,
      ...pictures.map(([name]) => `barcode.${name}`),
      ...ofDesk.map(([name]) => `desk.${name}`),
      ...ofField.map((name) => `field.${name}`),
    ];
    expect(expected.filter((name) => !(name in examples))).toEqual([]);
  });

  it.each(Object.keys(examples))("takes the example of %s", async (name) => {
    const { call, values } = examples[name] as Example;
    await call(...(values as never[]));
  });

  it.each(Object.keys(examples))("makes %s answer, or say what it expected", async (name) => {
    const { call, values } = examples[name] as Example;
    const property = fc.asyncProperty(spoiltValues(values), async (given) => {
      expect(await problemOf({ call, values: given })).toBeUndefined();
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
