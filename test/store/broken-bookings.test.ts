import { describe, it } from "vitest";
import { brokenBookings } from "./broken-bookings.js";
import { expectCaught } from "./broken-store.js";
import { openSqlite } from "./open-sqlite.js";
import { replacingKind } from "./replacing-kind.js";

describe("a description of bookings with a fault is caught", () => {
  for (const { kind, broken, ...one } of brokenBookings)
    it(`${one.caughtBy}: ${one.why}`, () =>
      expectCaught(one, async () => {
        const { connect, ...opened } = await openSqlite();
        return { ...opened, connect: async () => replacingKind(await connect(), kind, broken) };
      }));
});
