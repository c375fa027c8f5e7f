import { overrides } from "../booking/booking.js";
import type { Malformed } from "../booking/outcomes.js";
import { isLocalDate } from "../office/local-date.js";
import { isLocalTime, isWindowTime } from "../office/opening-hours.js";
import type { CallSignal, ChangePartyCall, CodeCall, HoldCall, RescheduleCall } from "./calls.js";

const longestId = 256;
/** What `isText` wants. */
export const expectedText: string = `a text of 1 to ${longestId} characters`;
const largestParty = 100;
const expectedParty = `1 to ${largestParty} people`;
const actors: readonly string[] = ["applicant", "staff", "system"];

/** All but who the people are. */
export function checkHoldCall(call: HoldCall): Malformed | undefined {
  return checkWish(call) ?? checkOverride(call) ?? expect(isParty(call.people), "people", expectedParty);
}

function checkOverride({ by = "applicant", override }: HoldCall): Malformed | undefined {
  const isRight = override === undefined || (by !== "applicant" && isOverride(override));
  return expect(isRight, "override", expectedOverride);
}

const expectedOverride = `${overrides.join(", ")}, by staff`;

function isOverride(override: unknown): boolean {
  return Array.isArray(override) && override.every((one) => (overrides as readonly unknown[]).includes(one));
}

export function checkRescheduleCall(call: RescheduleCall): Malformed | undefined {
  return (
    checkWish(call) ??
    expect(call.officeId === undefined || isText(call.officeId), "officeId", "the id of an office") ??
    checkCodeCall(call)
  );
}

function checkWish(call: HoldCall | RescheduleCall): Malformed | undefined {
  return (
    checkCaller(call) ??
    expect(typeof call.date === "string" && isLocalDate(call.date), "date", "a date such as 2017-08-10") ??
    expect(call.pool === undefined || isText(call.pool), "pool", "a pool's name") ??
    expect(call.window === undefined || isWindow(call.window), "window", "a window such as 08:30") ??
    expect(call.prefer === undefined || isLocalTime(call.prefer), "prefer", "a local time such as 08:30")
  );
}

export function checkChangePartyCall(call: ChangePartyCall): Malformed | undefined {
  return checkCodeCall(call) ?? expect(isParty(call.people), "people", expectedParty);
}

export function checkCodeCall(call: CodeCall): Malformed | undefined {
  return checkCaller(call) ?? expect(typeof call.code === "string", "code", "a booking code as text");
}

function checkCaller(call: HoldCall | CodeCall | RescheduleCall): Malformed | undefined {
  if (typeof call !== "object" || call === null)
    return { kind: "malformed", field: "call", expected: "an object with requestId and sender" };
  const { requestId, sender, by = "applicant", content, signal, deadline } = call;
  return (
    expect(isText(requestId), "requestId", expectedText) ??
    expect(sender === undefined ? by !== "applicant" : isText(sender), "sender", expectedText) ??
    expect(actors.includes(by), "by", "applicant, staff or system") ??
    expect(content === undefined || typeof content === "string", "content", "a text") ??
    expect(signal === undefined || isSignal(signal), "signal", "an AbortSignal") ??
    expect(deadline === undefined || Number.isFinite(deadline), "deadline", "epoch milliseconds")
  );
}

/** What is no call, or has no id, was never asked before. */
export function canHaveAnswer(call: CodeCall | HoldCall | undefined | null): boolean {
  return (
    typeof call?.requestId === "string" && (call.sender === undefined || typeof call.sender === "string")
  );
}

function isSignal(signal: Partial<CallSignal> | null): boolean {
  return typeof signal?.aborted === "boolean" && typeof signal.addEventListener === "function";
}

function expect(isRight: boolean, field: string, expected: string): Malformed | undefined {
  return isRight ? undefined : { kind: "malformed", field, expected };
}

/** @throws RangeError where it can be nobody's address; what was found is not quoted, as it may be one. */
export function checkSender(name: string, sender: string): void {
  if (!isText(sender)) throw new RangeError(`${name}: expected ${expectedText}, found something else.`);
}

export function isText(value: unknown): boolean {
  return typeof value === "string" && value.length > 0 && value.length <= longestId && isStorable(value);
}

/** The key of a window may be that of the second pass of a doubled hour. */
function isWindow(window: string): boolean {
  return typeof window === "string" && isWindowTime(window.replace(/\+1$/, ""));
}

function isParty(people: unknown): boolean {
  return (
    Array.isArray(people) &&
    people.length > 0 &&
    people.length <= largestParty &&
    // Unlike every, it looks at the holes of an array too.
    people.findIndex((person) => typeof person !== "object" || person === null) === -1
  );
}

/** NUL and half a surrogate pair are texts that not every database takes. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}
