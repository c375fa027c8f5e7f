import fc from "fast-check";
import { type PostgresPool, postgresStore } from "giliran/postgres";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { breakModule } from "../../rules/break-module.js";
import { day, deskFor, holdOf } from "../five-places.js";
import { freshSchema, openPool, postgresMissing } from "./open-postgres.js";

interface WatchedPool {
  readonly pool: PostgresPool;
  /** What was sent since the last look, each call by its statements. */
  readonly sent: () => readonly string[];
  /** The next save fails as if another process had been faster. */
  readonly failNext: () => void;
}

function watch(inner: pg.Pool): WatchedPool {
  let sent: string[] = [];
  let isFailing = false;
  return {
    pool: {
      query: (sql, values) => inner.query(sql, values),
      async connect() {
        const client = await inner.connect();
        return {
          query(sql, values) {
            sent.push(sql.match(/BEGIN|giliran_load|giliran_save|COMMIT$|ROLLBACK/g)?.join(" ") ?? "");
            if (!isFailing || !sql.includes("giliran_save")) return client.query(sql, values);
            isFailing = false;
            return Promise.reject(Object.assign(new Error("others were faster"), { code: "40001" }));
          },
          release: (error) => client.release(error),
        };
      },
    },
    sent() {
      const before = sent;
      sent = [];
      return before;
    },
    failNext() {
      isFailing = true;
    },
  };
}

/** As they come in names and remarks, and as somebody sends them who wants to write a statement. */
const texts = fc.oneof(
  fc.string({ unit: "binary" }).filter((text) => !text.includes("\0")),
  fc
    .array(
      fc.constantFrom("'", "''", "\\", "\\'", "$1", "$$", ";", "--", "/*", '"', "{", "}", ",", "\n", "E'"),
    )
    .map((parts) => parts.join("")),
);

async function keptUnder(create: typeof postgresStore, text: string): Promise<unknown> {
  const { pool, failNext } = watch(openPool());
  const desk = deskFor(create({ pool, schema: freshSchema() }));
  await desk.find(day);
  failNext();
  await desk.hold({ ...holdOf("a"), people: [{ key: text, details: { remark: text } }] });
  const [booking] = await desk.find({ sender: "sender a" });
  return booking?.people[0]?.details.remark;
}

describe.skipIf(postgresMissing)("processes that come in one another's way on PostgreSQL", () => {
  it("stand in line for a second, in two calls of one transaction", async () => {
    const { pool, sent, failNext } = watch(openPool());
    const desk = deskFor(postgresStore({ pool, schema: freshSchema() }));
    await desk.hold(holdOf("a"));
    sent();
    await desk.hold(holdOf("b"));
    expect(sent()).toEqual(["giliran_load", "giliran_save"]);
    failNext();
    await desk.hold(holdOf("c"));
    const inLine = ["BEGIN giliran_load", "giliran_save COMMIT"];
    expect(sent()).toEqual(["giliran_load", "giliran_save", ...inLine]);
    await desk.hold(holdOf("d"));
    expect(sent()).toEqual(inLine);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await desk.hold(holdOf("e"));
    expect(sent()).toEqual(["giliran_load", "giliran_save"]);
  });

  it("lose no connection by it", async () => {
    const inner = openPool({ max: 4 });
    let logins = 0;
    inner.on("connect", () => logins++);
    const schema = freshSchema();
    const desks = Array.from({ length: 6 }, () => deskFor(postgresStore({ pool: inner, schema }), 100));
    const held = await Promise.all(
      Array.from({ length: 60 }, (_, caller) => desks[caller % 6]?.hold(holdOf(`${caller}`))),
    );
    expect(held.filter((outcome) => outcome?.kind === "held")).toHaveLength(60);
    // One more where the first look finds that there are no tables.
    expect(logins).toBeLessThanOrEqual(6);
  });

  it("write every text in line as it was", () =>
    fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!/\p{Cs}/u.test(text) && text.trim() !== "" && text.length <= 256);
        expect(await keptUnder(postgresStore, text)).toBe(text);
      }),
      { numRuns: 25 },
    ));

  it("would not, where what escapes is not escaped", async () => {
    const broken = (await breakModule("store/postgres/postgres-store.ts", {
      file: "store/postgres/in-one-text.ts",
      from: "/['\\\\]/g",
      to: "/[']/g",
    })) as { postgresStore: typeof postgresStore };
    const kept = await keptUnder(broken.postgresStore, "a\\'b").catch(() => "failed");
    expect(kept).not.toBe("a\\'b");
  });
});
