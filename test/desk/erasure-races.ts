import { type BookingStore, type Desk, defineOffice, type HoldCall } from "giliran";
import { expect } from "vitest";
import { book, callOf, heldCode, holdOf, smallDesk, smallOffice, wait } from "./small-desk.js";

const siti = { details: { name: "Siti Nuraini", birthDate: "1990-01-02" } };
const [monday, tuesday, wednesday] = ["2017-08-07", "2017-08-08", "2017-08-09"];
const own: Partial<HoldCall> = { people: [siti] };

interface Desks {
  readonly desk: Desk;
  /** Of the same records, at another process, whose office is closed on Monday. */
  readonly other: Desk;
}

type Change = () => Promise<unknown>;

/** What changes the bookings of a person, or makes new ones of them: first what was before, then what is asked. */
export const changes: Readonly<Record<string, (desks: Desks) => Promise<Change>>> = {
  async "a move"({ desk, other }) {
    const code = await book(desk, "a", own);
    return () => other.reschedule({ ...callOf("a", "move", code), date: tuesday });
  },
  async "a correction"({ desk, other }) {
    heldCode(await desk.hold({ ...holdOf("a"), ...own }));
    return () => other.hold({ ...holdOf("a"), ...own, requestId: "corrected", date: tuesday });
  },
  async "a confirmation"({ desk, other }) {
    const code = heldCode(await desk.hold({ ...holdOf("a"), ...own }));
    return () => other.confirm(callOf("a", "confirm", code));
  },
  async "a wish for a full day"({ desk, other }) {
    await book(desk, "a", own);
    for (const name of ["b", "c"]) await book(desk, name, { date: wednesday });
    return () => other.joinWaitingList({ ...holdOf("a"), ...own, requestId: "wish", date: wednesday });
  },
  async "an offer"({ desk, other }) {
    const [first] = [await book(desk, "b", { date: wednesday }), await book(desk, "c", { date: wednesday })];
    await wait(desk, "a", { ...own, date: wednesday });
    return () => other.cancel(callOf("b", "cancel", first));
  },
  async "an offer that replaces a visit"({ desk, other }) {
    const [first] = [await book(desk, "b", { date: wednesday }), await book(desk, "c", { date: wednesday })];
    await book(desk, "a", own);
    const code = await wait(desk, "a", { ...own, date: wednesday });
    await desk.cancel(callOf("b", "cancel", first));
    return () => other.confirm(callOf("a", "confirm", code));
  },
  async "a move by the office"({ desk, other }) {
    await book(desk, "a", own);
    return () => other.resolveConflicts({ officeId: "north", otherwise: "keep" });
  },
  async "another address"({ desk, other }) {
    await book(desk, "a", own);
    return () => other.handOver({ from: "sender a", to: "new sender a" });
  },
};

/** When the change comes: before the erasure looks, between its look and its write, or with it. */
export const moments = ["before it looks", "between look and write", "at the same time"] as const;

/** Erases a person while something of theirs changes, and looks whether anything of the person is left. */
export async function expectErased(
  store: BookingStore,
  change: (desks: Desks) => Promise<Change>,
  moment: (typeof moments)[number],
): Promise<void> {
  const { desks, onFind } = openDesks(store);
  const ask = await change(desks);
  let asked: Promise<unknown> | undefined;
  const once = () => (asked ??= ask());
  if (moment === "at the same time") asked = ask();
  else onFind[moment === "before it looks" ? "before" : "after"] = once;
  await desks.desk.forget(siti);
  // What is decided after the erasure corrects nothing any more: it is a new request, and what it books is new.
  if (booksAnew(await asked)) await desks.desk.forget(siti);
  expect(await desks.other.export(siti)).toEqual([]);
  for (const sender of ["sender a", "new sender a"]) expect(await desks.other.find({ sender })).toEqual([]);
  for (const date of [monday, tuesday, wednesday]) {
    const bookings = await desks.other.find({ officeId: "north", date });
    expect(JSON.stringify(bookings)).not.toMatch(/Siti/);
    expect(await desks.other.reconcile({ officeId: "north", date })).toEqual({ kind: "sound" });
  }
}

interface Booked {
  readonly kind: string;
  readonly replaced: object;
  readonly booking: { readonly replaces?: string };
}

/** Whether it books for somebody of whom nothing was there. */
function booksAnew(outcome: unknown): boolean {
  const { kind = "", replaced, booking } = (outcome ?? {}) as Partial<Booked>;
  const isNew = replaced === undefined && booking?.replaces === undefined;
  return isNew && ["held", "waiting"].includes(kind);
}

interface OnFind {
  before?: () => Promise<unknown>;
  after?: () => Promise<unknown>;
}

function openDesks(store: BookingStore): { readonly desks: Desks; readonly onFind: OnFind } {
  const onFind: OnFind = {};
  const looking: BookingStore = {
    ...store,
    async find(query) {
      await onFind.before?.();
      const page = await store.find(query);
      await onFind.after?.();
      return page;
    },
  };
  const office = smallOffice("north", { rules: { opensDaysBefore: 9 } });
  const closed = { ...office, closures: { [monday]: "Inventory" } };
  const { desk } = smallDesk({ store: looking, offices: [defineOffice(office)] });
  const { desk: other } = smallDesk({ store, offices: [defineOffice(closed)] });
  return { desks: { desk, other }, onFind };
}
