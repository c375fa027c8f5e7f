import type { ActionName } from "../booking/actions/actions.js";
import { findArgumentFault } from "../input/check-arguments.js";
import { aNumber, aText, kindOf, type Shapes, type ShapesOfEach } from "../input/shape.js";
import type { Desk } from "./desk.js";

type Query = Exclude<keyof Desk, ActionName | "offices" | "codes" | "dateAt" | "sweep" | "markSent">;
type Asked<Q extends Query> = NonNullable<Parameters<Desk[Q]>[0]>;

const maybeText = ["string"] as const;
const person = { key: maybeText, details: ["object"] } as const;
const sender = { sender: aText } as const;

/** What each query takes: one list of shapes for each way to ask. Actions answer `malformed` by themselves. */
const shapesOf: { readonly [Q in Query]: readonly ShapesOfEach<Asked<Q>>[] } = {
  availability: [{ officeId: aText, from: aText, days: aNumber }],
  waitingPosition: [{ code: aText }],
  find: [{ code: aText }, { sender: aText, only: maybeText }, { officeId: aText, date: aText }],
  findAnswer: [{ requestId: aText, sender: aText, content: aText }],
  reconcile: [{ officeId: aText, date: aText }],
  claimUse: [{ officeId: aText, code: aText, start: aNumber, at: aNumber, until: aNumber }],
  dueNotices: [{ limit: ["number"], leaseMs: ["number"] }],
  conflicts: [{ officeId: aText }],
  resolveConflicts: [{ officeId: aText, date: maybeText, move: maybeText, otherwise: aText, by: maybeText }],
  export: [person],
  forget: [person],
  forgetBefore: [{ visitsBefore: aText, messagesBefore: aNumber }],
  handOver: [{ from: aText, to: aText }],
  note: [{ ...sender, at: aNumber, draft: ["object"], after: ["object"] }],
  recall: [sender],
};

/** The desk, whose queries reject with a RangeError where they are not given the object that they take. */
export function checkQueries(desk: Desk): Desk {
  const checked = Object.entries(shapesOf).map(([name, shapes]) => {
    const ask = desk[name as Query] as (query: unknown) => Promise<unknown>;
    const isOptional = shapes.every((all) => Object.values(all).every(([first]) => first !== "required"));
    return [
      name,
      (query: unknown) => {
        const given = isOptional && kindOf(query) === "nothing" ? {} : query;
        const fault = findArgumentFault<unknown>(name, given, shapes as readonly Shapes<unknown>[]);
        // Not awaited: a call takes its place in the moment in which it is made.
        return fault === undefined ? ask(given) : Promise.reject(fault);
      },
    ];
  });
  return { ...desk, ...Object.fromEntries(checked) };
}
