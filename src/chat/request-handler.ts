import type { Alternative } from "../allocation/alternatives.js";
import type { HoldOutcome } from "../booking/actions/hold.js";
import type { WaitOutcome } from "../booking/actions/join-waiting-list.js";
import type { Booking, Details } from "../booking/booking.js";
import type { HoldCall } from "../desk/calls.js";
import { completeRequest } from "../message/complete-request.js";
import type { Values } from "../message/message-format.js";
import type { ChatContext } from "./chat-settings.js";
import { type Draft, draftOf, type Goal, nearlyOf, offeredIn } from "./draft.js";
import type { Asked } from "./offers.js";
import type { Reply } from "./reply.js";
import type { RequestFields } from "./request-fields.js";
import { changed, type ParsedRequest, type Reaction, type Scene, unchanged } from "./scene.js";

/** What is done with a request for a place. */
export interface RequestHandler {
  readonly hold: (parsed: ParsedRequest, scene: Scene) => Promise<Reaction>;
  readonly wait: (parsed: ParsedRequest, scene: Scene) => Promise<Reaction>;
  /** The party of a booking waits for another date. */
  readonly waitAgain: (booking: Booking, date: string, scene: Scene) => Promise<Reaction>;
  /** The request that a draft and its refused date make, or with another date or office. */
  readonly ofDraft: (
    draft: Draft | undefined,
    other: { readonly date?: string | undefined; readonly officeId?: string },
    scene: Scene,
  ) => ParsedRequest | undefined;
}

/** A request whose office and people are known. */
interface Ready {
  readonly asked: Asked;
  readonly call: HoldCall;
}

export function createRequestHandler({ desk, requests, personKey }: ChatContext): RequestHandler {
  const fieldsOf = ({ format }: ParsedRequest): RequestFields =>
    requests.find((request) => request.format === format) ?? requests[0];

  /** A request may say itself which office it is for. */
  function atOffice(parsed: ParsedRequest, scene: Scene): Scene {
    const stated = fieldsOf(parsed).office(parsed.values);
    return stated === undefined ? scene : scene.at(stated);
  }

  const withKey = (details: Details) => (personKey ? { details, key: personKey(details) } : { details });

  function draft(
    { format, people }: ParsedRequest,
    wrong: string,
    goal: Goal,
    alternatives?: readonly Alternative[],
  ): Draft {
    const nearly = { format, people: people.map(({ values }) => values), wrong: [wrong] };
    return draftOf(nearly, goal, alternatives);
  }

  /** `undefined` where the office is not known. */
  function prepare(parsed: ParsedRequest, { caller, where }: Scene): Ready | undefined {
    const request = fieldsOf(parsed);
    const date = request.date(parsed.values);
    const party = parsed.people.map(({ values }) => request.details(values));
    const { officeId } = where;
    if (officeId === undefined) return undefined;
    return { asked: { party, date }, call: { ...caller, officeId, date, people: party.map(withKey) } };
  }

  function askOffice(parsed: ParsedRequest, { replies }: Scene, goal: Goal): Reaction {
    const request = fieldsOf(parsed);
    const party = parsed.people.map(({ values }) => request.details(values));
    const { officeField } = request;
    return unchanged(
      replies.whichOffice(party, request.date(parsed.values), goal),
      officeField === undefined ? "dropped" : draft(parsed, officeField, goal),
    );
  }

  /** Where another date would do, that alone is enough. */
  function refused(parsed: ParsedRequest, outcome: HoldOutcome | WaitOutcome, reply: Reply): Reaction {
    if (outcome.kind === "malformed") checkMalformed(outcome);
    if (!("alternatives" in outcome)) return unchanged(reply, "dropped");
    return unchanged(reply, draft(parsed, fieldsOf(parsed).arrivalField, "hold", outcome.alternatives));
  }

  return {
    async hold(parsed, sentTo) {
      const scene = atOffice(parsed, sentTo);
      const ready = prepare(parsed, scene);
      if (ready === undefined) return askOffice(parsed, scene, "hold");
      const outcome = await desk.hold(ready.call);
      const reply = await scene.replies.hold(outcome, ready.asked);
      return outcome.kind === "held" ? changed(reply) : refused(parsed, outcome, reply);
    },
    async wait(parsed, sentTo) {
      const scene = atOffice(parsed, sentTo);
      const ready = prepare(parsed, scene);
      if (ready === undefined) return askOffice(parsed, scene, "wait");
      const outcome = await desk.joinWaitingList(ready.call);
      const reply = await scene.replies.joinWaitingList(outcome, ready.asked);
      return outcome.kind === "waiting" ? changed(reply) : refused(parsed, outcome, reply);
    },
    async waitAgain(booking, date, scene) {
      const { officeId, pool, code } = booking;
      const people = booking.people.map(({ details }) => withKey(details));
      const { replies, caller } = scene.at(officeId);
      const outcome = await desk.joinWaitingList({ ...caller, officeId, date, pool, people });
      const reply = await replies.joinWaitingList(outcome, { party: [], date });
      if (outcome.kind === "waiting") return changed(reply);
      if (!("alternatives" in outcome)) return unchanged(reply, "dropped");
      return unchanged(reply, { kind: "move", code, offered: offeredIn(outcome.alternatives) });
    },
    ofDraft(known, { date, officeId }, { where }) {
      const nearly = nearlyOf(known, requests);
      if (nearly === undefined) return undefined;
      const { arrivalField, officeField } = nearly.request;
      if (nearly.wrong.some((name) => name !== arrivalField)) return undefined;
      const other: Values = {
        ...(date !== undefined && { [arrivalField]: date }),
        ...(officeField !== undefined && officeId !== undefined && { [officeField]: officeId }),
      };
      const people = nearly.people.map((values): Values => ({ ...values, ...other }));
      const [first] = people;
      const value = first?.[arrivalField];
      if (first === undefined || value === undefined) return undefined;
      const text = String(value);
      const parsed = completeRequest(
        text,
        { ...nearly, people, wrong: [arrivalField] },
        { today: where.today },
      );
      return parsed?.kind === "request" ? parsed : undefined;
    },
  };
}

/** What a person wrote is answered; what the transport gave is for the developer. */
function checkMalformed({ field, expected }: { readonly field: string; readonly expected: string }): void {
  if (!field.startsWith("people[")) throw new TypeError(`Expected ${field} as ${expected}.`);
}
