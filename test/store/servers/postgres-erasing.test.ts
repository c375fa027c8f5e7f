import { type Store, saved } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import { hall } from "../../../src/testing/conformance/hall.js";
import { entryOf, pastEntryOf } from "../../../src/testing/conformance/sample-hall.js";
import {
  erase,
  foundBy,
  nothing,
  pagesOf,
  save,
  scopeOf,
  want,
  wantsOf,
} from "../../../src/testing/conformance/store-calls.js";
import { freshSchema, openPool, postgresMissing, rewriting } from "./open-postgres.js";

const { ofHolder } = hall.entry.lookUps;
const own = (entryId: string) => ({ holders: ["someone"], officeId: `office of ${entryId}` });

/** Enters for who has nothing live. */
function enterOnce(store: Store, entryId: string): Promise<void> {
  const made = saved(hall.entry, [entryOf(entryId, own(entryId))]);
  const scope = scopeOf(...wantsOf(made), want(ofHolder, ["someone"]));
  return store.transact(scope, (records) => {
    const live = foundBy(records, ofHolder, ["someone"]).filter(({ liveUntil }) => liveUntil !== undefined);
    return live.length > 0 ? nothing(undefined) : { result: undefined, save: [made] };
  });
}

/** A pool on which other things are done between the first load and its save. */
function interrupted(pool: PostgresPool, meanwhile: () => Promise<void>): PostgresPool {
  let saves = 0;
  const interrupt = (asked: Pick<PostgresPool, "query">): PostgresPool["query"] => {
    return async (sql, values) => {
      if (sql.includes("giliran_save") && saves++ === 0) await meanwhile();
      return asked.query(sql, values);
    };
  };
  return {
    async connect() {
      const client = await pool.connect();
      return { query: interrupt(client), release: (error) => client.release(error) };
    },
    query: interrupt(pool),
  };
}

/** Somebody's only entry is erased and another one made, while a third is decided on. */
async function listEntered(pool: PostgresPool, kept: readonly string[]): Promise<string> {
  const schema = freshSchema();
  const store = postgresStore({ pool, schema });
  await save(
    store,
    saved(
      hall.entry,
      ["OLD", ...kept].map((entryId) => pastEntryOf(entryId, own(entryId))),
    ),
  );
  const meanwhile = async () => {
    await erase(store, [{ kind: hall.entry, keys: [["OLD"]] }]);
    await enterOnce(store, "FIRST");
  };
  await enterOnce(postgresStore({ pool: interrupted(pool, meanwhile), schema }), "SECOND");
  return (await pagesOf(store, { lookUp: ofHolder, value: ["someone"], limit: 9 })).join();
}

describe.skipIf(postgresMissing)(
  "a value of a list on PostgreSQL whose record is erased while another is made",
  () => {
    it("has one new record, whatever was left of the old ones", async () => {
      expect(await listEntered(openPool(), [])).toBe("FIRST");
      expect(await listEntered(openPool(), ["KEPT"])).toBe("FIRST KEPT");
    });

    it("has two where nobody looks whether the turn that was seen is still the same", async () => {
      const careless = { from: "WHERE taken.key IS DISTINCT FROM seen.key", to: "WHERE false" };
      expect(await listEntered(rewriting(openPool(), careless), [])).toBe("FIRST SECOND");
    });
  },
);
