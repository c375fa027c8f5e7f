import { createDesk, defineOffice, type Office } from "giliran";
import { closeAfter } from "../../src/testing/close-after.js";
import { expect } from "../../src/testing/expect.js";
import type { OpenStore } from "../../src/testing/open-store.js";
import { minute } from "../../src/testing/script.js";
import { holdOf, monday, smallOffice } from "../desk/small-desk.js";

const hours = { mon: ["08:00-10:00"], tue: ["08:00-10:00"] };

interface Layout {
  readonly slotMinutes: number;
  readonly capacity: number;
}

/** What the office was, and became; the other desk is not told of it. */
const changes: readonly (readonly [before: Layout, after: Layout])[] = [
  [
    { slotMinutes: 60, capacity: 3 },
    { slotMinutes: 60, capacity: 1 },
  ],
  [
    { slotMinutes: 60, capacity: 1 },
    { slotMinutes: 60, capacity: 3 },
  ],
  [
    { slotMinutes: 60, capacity: 2 },
    { slotMinutes: 30, capacity: 2 },
  ],
  [
    { slotMinutes: 30, capacity: 2 },
    { slotMinutes: 120, capacity: 3 },
  ],
];

function officeOf(layout: Layout): Office {
  return defineOffice(smallOffice("north", { hours, ...layout }));
}

/** Two desks on one store, asked at the same time, of which one is told that the office has changed. */
export async function expectNotOversold(open: OpenStore): Promise<void> {
  for (const [before, after] of changes)
    await closeAfter(open, async (openOne) => {
      const { connect } = await openOne();
      const settings = { secret: "the secret of this test", now: () => monday };
      const older = createDesk({ ...settings, offices: [officeOf(before)], store: await connect() });
      const told = createDesk({ ...settings, offices: [officeOf(before)], store: await connect() });
      const desks = [older, told];
      const ask = (from: number, to: number) =>
        Promise.all(
          Array.from({ length: to - from }, (_, index) =>
            desks[index % 2]?.hold({ ...holdOf(`${from + index}`), requestId: `${from + index}` }),
          ),
        );
      await ask(0, 2);
      // Some are asked for before the offices change, and are decided after it.
      const asked = ask(2, 6);
      const changing = told.changeOffices([officeOf(after)]);
      await Promise.all([asked, changing, ask(6, 20)]);

      const held = await told.find({ officeId: "north", date: "2017-08-07" });
      const most = Math.max(before.capacity, after.capacity);
      for (let at = 2 * 60; at < 4 * 60; at += 30) {
        const instant = monday + at * minute;
        const there = held.filter(({ start, end }) => start <= instant && instant < end);
        expect(there.length, `${at} minutes from six o'clock`).toBeAtMost(most);
      }
      // Whoever was told gives no more where as many are there already, whoever gave them the place.
      const next = await told.hold(holdOf("the last"));
      expect(next.kind, "all is full for whoever was told").toBe("day-full");
    });
}
