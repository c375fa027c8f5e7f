import { describe, it } from "vitest";
import { changes, expectErased, moments } from "./erasure-races.js";
import { stores } from "./stores.js";

const cases = Object.keys(changes).flatMap((name) => moments.map((moment) => [name, moment] as const));

describe.each(stores)("forget leaves nothing of a person, on %s", (_, createStore) => {
  it.each(cases)("where %s comes %s", async (name, moment) => {
    const change = changes[name];
    if (change !== undefined) await expectErased(createStore(), change, moment);
  });
});
