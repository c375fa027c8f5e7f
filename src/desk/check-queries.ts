import type { Action } from "../booking/outcomes.js";
import { findArgumentFault } from "../input/check-arguments.js";
import { kindOf, type Shapes } from "../input/shape.js";
import type { Desk } from "./desk.js";

type Query = Exclude<keyof Desk, Action | "offices" | "codes" | "dateAt" | "sweep" | "markSent">;
type Asked<Q extends Query> = NonNullable<Parameters<Desk[Q]>[0]>;
type ShapesOf<T> = T extends unknown ? Shapes<T> : never;

const text = ["required", "string"] as const;
const number = ["required", "number"] as const;
const maybeText = ["string"] as const;
const person = { key: maybeText, details: ["object"] } as const;
const sender = { sender: text } as const;

/** What each query takes: one list of shapes for each way to ask. Actions answer `malformed` by themselves. */
const shapesOf: { readonly [Q in Query]: readonly ShapesOf<Asked<Q>>[] } = {
  availability: [{ officeId: text, from: text, days: number }],
  waitingPosition: [{ code: text }],
  find: [{ code: text }, { sender: text, only: maybeText }, { officeId: text, date: text }],
  findAnswer: [{ requestId: text, sender: text, content: text }],
  reconcile: [{ officeId: text, date: text }],
  claimUse: [{ officeId: text, code: text, start: number, at: number, until: number }],
  dueNotices: [{ limit: ["number"], leaseMs: ["number"] }],
  conflicts: [{ officeId: text }],
  resolveConflicts: [{ officeId: text, date: maybeText, move: maybeText, otherwise: text, by: maybeText }],
  export: [person],
  forget: [person],
  forgetBefore: [{ visitsBefore: text, messagesBefore: number }],
  handOver: [{ from: text, to: text }],
  note: [{ ...sender, at: number, draft: ["object"] }],
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
