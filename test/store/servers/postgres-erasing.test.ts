import type { Store } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { describe, expect, it } from "vitest";
import {
  cancelledBooking,
  codePages,
  dayWith,
  decisionWith,
  erase,
  heldBooking,
  save,
  scopeWith,
} from "../../../src/testing/conformance/sample-records.js";
import { breakModule } from "../../rules/break-module.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";

const people = [{ key: "someone", details: {} }];
const own = (code: string) => ({ people, officeId: `office of ${code}` });

/** Books for who has nothing live. */
function bookOnce(store: Store, code: string): Promise<void> {
  const booking = heldBooking(code, own(code));
  const scope = { days: [booking], codes: [code], people: ["someone"], senders: [`sender of ${code}`] };
  return store.transact(scopeWith(scope), ({ bookings }) =>
    decisionWith(undefined, bookings.length > 0 ? {} : { days: [dayWith(booking, 1)], bookings: [booking] }),
  );
}

/** A pool on which other things are done between the first load and its save. */
function interrupted(pool: PostgresPool, meanwhile: () => Promise<void>): PostgresPool {
  let saves = 0;
  return {
    connect: () => pool.connect(),
    async query(sql, values) {
      if (sql.includes("giliran_save") && saves++ === 0) await meanwhile();
      return pool.query(sql, values);
    },
  };
}

/** Somebody's only booking is erased and another one made, while a third is decided on. */
async function listBooked(createStore: typeof postgresStore, kept: readonly string[]): Promise<string> {
  const [pool, schema] = [openPool(), freshSchema()];
  const store = createStore({ pool, schema });
  const old = ["OLD", ...kept].map((code) => cancelledBooking(code, own(code)));
  await save(store, { days: old.map((booking) => dayWith(booking, 0)), bookings: old });
  const meanwhile = async () => {
    await erase(store, { codes: ["OLD"] });
    await bookOnce(store, "FIRST");
  };
  await bookOnce(createStore({ pool: interrupted(pool, meanwhile), schema }), "SECOND");
  return (await codePages(store, { person: "someone", limit: 9 })).join();
}

describe.skipIf(postgresMissing)(
  "a person on PostgreSQL whose booking is erased while another is made",
  () => {
    it("has one new booking, whatever was left of the old ones", async () => {
      expect(await listBooked(postgresStore, [])).toBe("FIRST");
      expect(await listBooked(postgresStore, ["KEPT"])).toBe("FIRST KEPT");
    });

    it("has two where nobody looks whether the turn that was seen is still the same", async () => {
      const broken = (await breakModule("store/postgres-store.ts", {
        file: "store/postgres/save-functions.ts",
        from: "WHERE taken.code IS DISTINCT FROM seen.code;",
        to: "WHERE taken.code IS DISTINCT FROM seen.code AND false;",
      })) as { postgresStore: typeof postgresStore }; // decoded
      expect(await listBooked(broken.postgresStore, [])).toBe("FIRST SECOND");
    });
  },
);
