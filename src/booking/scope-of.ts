import { joinNeeds, type Scope } from "./records.js";
import type { Move, Request, Task, Wish } from "./requests.js";
import { firstWaiters } from "./serve-waiters.js";

/** The longest waiting list of an office, and one more to see that it is full. */
export const wholeWaitingList = 1001;

/** What requests and tasks need of the store. */
export function scopeOf(requests: readonly (Request | Task)[], now: number, clockToleranceMs: number): Scope {
  const needs = joinNeeds([{ waiters: firstWaiters }, ...requests.map(needsOf)]);
  return { now, dueBy: now + clockToleranceMs, ...needs };
}

function needsOf(request: Request | Task): Partial<Scope> {
  switch (request.action) {
    case "hold":
      return needsOfParty(request, [request.date], [request.key]);
    case "joinWaitingList":
      return { ...needsOfParty(request, [request.date], [request.key]), waiters: wholeWaitingList };
    case "reschedule": {
      const { code, key, move } = request;
      if (move === undefined) return { codes: [code], senders: sendersOf(request), requests: [key] };
      const needs = needsOfParty(move, [move.date], [key]);
      const senders = [...needs.senders, ...sendersOf(request)];
      return { ...needs, codes: [code, ...needs.codes], senders };
    }
    case "resolve": {
      const needs = needsOfParty(request, request.dates, []);
      return { ...needs, codes: [request.code, ...needs.codes] };
    }
    case "confirm":
    case "cancel":
    case "extend":
      return { codes: [request.code], senders: sendersOf(request), requests: [request.key] };
    case "sweep":
      return { days: request.days };
    case "lease-notices":
      return { codes: request.codes, senders: request.senders };
    case "mark-sent":
      return { codes: request.notices.map(({ code }) => code) };
    case "hand-over":
      return { codes: request.codes, senders: [request.from, request.to] };
    case "forget":
      return { codes: request.codes, senders: request.senders };
    case "forget-answers":
      return {};
    case "erase-day":
      return { whole: [request.day] };
    case "reconcile":
      return { whole: [request.day] };
    case "use":
      return { codes: [request.code] };
    case "note":
      return { senders: [request.sender] };
    default:
      return request satisfies never;
  }
}

function needsOfParty(
  party: Omit<Move, keyof Wish> & Pick<Wish, "calendar">,
  dates: readonly string[],
  requests: readonly string[],
) {
  const officeId = party.calendar.office.id;
  return {
    days: dates.map((date) => ({ officeId, date })),
    codes: party.codes.slice(0, 1),
    people: party.people.map(({ key }) => key),
    senders: sendersOf(party),
    requests,
  };
}

function sendersOf({ sender }: { readonly sender: string | undefined }): readonly string[] {
  return sender === undefined ? [] : [sender];
}
