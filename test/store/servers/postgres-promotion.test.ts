import { setTimeout as sleep } from "node:timers/promises";
import type { Desk } from "giliran";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReader, readTime } from "../../../src/desk/reader.js";
import { nextTurn } from "../../../src/testing/next-turn.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { places } from "../survive.js";
import { freshSchema, postgresMissing } from "./open-postgres.js";
import { cutOff, type Pair, startPair } from "./postgres-pair.js";
import { codeOf, expectToSurvivePromotion } from "./promotions.js";

/** `GILIRAN_PROMOTIONS=20` for more of them. */
const promotions = Number(process.env.GILIRAN_PROMOTIONS ?? 1);

describe.skipIf(postgresMissing)("PostgreSQL whose standby is promoted", () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair();
  });
  afterAll(() => pair.stop());

  async function untilSomebodyWaits(): Promise<void> {
    const waiting = "SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    while ((await pair.administrate(waiting)).length === 0);
  }

  it.each(["terminate", "cancel"] as const)(
    "answers nothing that the standby does not have, by a first answer or a later one: %s",
    async (how) => {
      const desk = deskFor(postgresStore({ pool: pair.pool, schema: freshSchema() }), places);
      expect(await codeOf(desk, "first")).toMatch(/^\w{8}$/);
      let again: readonly Promise<unknown>[] = [];
      await pair.standby().restart(async () => {
        const answer = codeOf(desk, "a");
        await untilSomebodyWaits();
        await pair.administrate(cutOff[how]);
        expect(await answer).toBeUndefined();
        // It is to be seen now, by whoever asks again, and is certain when the standby is back.
        const asked = { requestId: "hold a", sender: "sender a", content: "a" };
        again = [
          codeOf(desk, "a"),
          desk.findAnswer(asked),
          desk.find({ sender: "sender a" }),
          desk.find(day),
        ];
        await untilSomebodyWaits();
        expect(await Promise.race([...again, nextTurn().then(() => "none")])).toBe("none");
      });
      expect(await Promise.all(again)).toMatchObject([
        expect.stringMatching(/^\w{8}$/),
        { kind: "request-id-conflict" },
        [{ state: "held" }],
        [{ state: "held" }, { state: "held" }],
      ]);
    },
  );

  it("opens where the tables were made and lost before anybody was answered", async () => {
    const schema = freshSchema();
    const open = () => deskFor(postgresStore({ pool: pair.pool, schema }), places);
    const last = open();
    await pair.standby().restart(async () => {
      // Whoever makes tables, and then functions, is cut off; the next one finds them made.
      for (const name of ["tables", "functions"]) {
        const answer = codeOf(open(), name);
        await untilSomebodyWaits();
        await pair.administrate(cutOff.terminate);
        expect(await answer).toBeUndefined();
      }
      const answer = codeOf(last, "a");
      await untilSomebodyWaits();
      await pair.primary().kill();
      expect(await answer).toBeUndefined();
    });
    await pair.promote();
    await pair.addStandby();
    expect(await codeOf(last, "a")).toMatch(/^\w{8}$/);
  });

  it("says so where the standby stays away, and nothing is lost", async () => {
    const desk = deskFor(postgresStore({ pool: pair.pool, schema: freshSchema() }), places);
    expect(await codeOf(desk, "first")).toMatch(/^\w{8}$/);
    const uncertain = { retryable: true, message: expect.stringContaining("synchronous_standby_names") };
    await pair.standby().restart(async () => {
      await expect(desk.hold(holdOf("a"))).rejects.toMatchObject(uncertain);
      await expect(desk.hold(holdOf("a"))).rejects.toMatchObject(uncertain);
    });
    expect(await codeOf(desk, "a")).toMatch(/^\w{8}$/);
    expect(await desk.find(day)).toHaveLength(2);
  });

  it("keeps no lock for long where the standby stays away, after a try under locks either", async () => {
    const schema = freshSchema();
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isReached = false;
    const slowly: PostgresPool = {
      query: (sql, values) => pair.pool.query(sql, values),
      async connect() {
        const client = await pair.pool.connect();
        const query: typeof client.query = async (sql, values) => {
          if (sql.includes("giliran_save") && !isReached) {
            isReached = true;
            await gate;
          }
          return client.query(sql, values);
        };
        return { query, release: (error) => client.release(error) };
      },
    };
    const [desk, other] = [slowly, pair.pool].map((pool) => deskFor(postgresStore({ pool, schema }), places));
    await other?.find(day);
    const holding = desk?.hold(holdOf("a")).catch((error: unknown) => error);
    await expect.poll(() => isReached).toBe(true);
    expect(await other?.hold(holdOf("b"))).toMatchObject({ kind: "held" });
    await pair.standby().restart(async () => {
      goOn();
      await untilSomebodyWaits();
      expect(await holding).toMatchObject({ retryable: true });
      const waiting = "SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
      await expect.poll(() => pair.administrate(waiting), { timeout: 5000 }).toEqual([]);
      // What is told of nobody is told at once.
      const store = postgresStore({ pool: pair.pool, schema });
      const read = createReader(store, undefined);
      const time = readTime(read, { now: undefined });
      expect(await Promise.race([time, sleep(5000)])).toBeGreaterThan(0);
    });
    expect(await codeOf(desk as Desk, "a")).toMatch(/^\w{8}$/);
  });

  it("has everything that was acknowledged, though waits were cut off before", async () => {
    for (let round = 0; round < promotions; round++) {
      if (round > 0) await pair.addStandby();
      const told = await expectToSurvivePromotion(pair, round);
      console.log(`${told} answers, all true after the promotion`);
      expect(told).toBeGreaterThan(20);
    }
  }, 600_000);
});
