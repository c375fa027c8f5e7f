import type { Alternative } from "../allocation/alternatives.js";
import type { HoldOutcome } from "../booking/actions/hold.js";
import type { WaitOutcome } from "../booking/actions/join-waiting-list.js";
import type { Booking, Details } from "../booking/booking.js";
import { completeRequest } from "../message/complete-request.js";
import type { Values } from "../message/message-format.js";
import type { ChatContext } from "./chat-settings.js";
import { type Draft, draftOf, type Goal, nearlyOf, offeredIn } from "./draft.js";
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

export function createRequestHandler({ desk, requests, personKey }: ChatContext): RequestHandler {
  const fieldsOf = ({ format }: ParsedRequest): RequestFields =>
    requests.find((request) => request.format === format) ?? requests[0];

  const withKey = (details: Details) => (personKey ? { details, key: personKey(details) } : { details });

  function draft(
    { format, people }: ParsedRequest,
    wrong: string,
    goal: Goal,
    alternatives: readonly Alternative[] = [],
  ): Draft {
    const nearly = { format, people: people.map(({ values }) => values), wrong: [wrong] };
    return draftOf(nearly, goal, offeredIn(alternatives));
  }

  /** Asks for a where, or to wait for one; of who does not say at which office, for that first. */
  async function request(goal: Goal, parsed: ParsedRequest, sentTo: Scene): Promise<Reaction> {
    const fields = fieldsOf(parsed);
    const stated = fields.office(parsed.values);
    const { where, replies, caller } = stated === undefined ? sentTo : sentTo.at(stated);
    const date = fields.date(parsed.values);
    const party = parsed.people.map(({ values }) => fields.details(values));
    const { officeId } = where;
    if (officeId === undefined) {
      const { officeField } = fields;
      return unchanged(
        replies.whichOffice(party, date, goal),
        officeField === undefined ? "dropped" : draft(parsed, officeField, goal),
      );
    }
    const time = parsed.evidence[fields.arrivalField]?.time;
    const prefer = time === undefined ? {} : { prefer: time.from };
    const call = { ...caller, officeId, date, people: party.map(withKey), ...prefer };
    if (goal === "hold") {
      const outcome = await desk.hold(call);
      const reply = await replies.hold(outcome, { party, date });
      return outcome.kind === "held" ? changed(reply) : refused(parsed, outcome, reply);
    }
    const outcome = await desk.joinWaitingList(call);
    const reply = await replies.joinWaitingList(outcome, { party, date });
    return outcome.kind === "waiting" ? changed(reply) : refused(parsed, outcome, reply);
  }

  /** Where another date would do, that alone is enough. */
  function refused(parsed: ParsedRequest, outcome: HoldOutcome | WaitOutcome, reply: Reply): Reaction {
    if (outcome.kind === "malformed") checkMalformed(outcome);
    if (!("alternatives" in outcome)) return unchanged(reply, "dropped");
    return unchanged(reply, draft(parsed, fieldsOf(parsed).arrivalField, "hold", outcome.alternatives));
  }

  return {
    hold: (parsed, scene) => request("hold", parsed, scene),
    wait: (parsed, scene) => request("wait", parsed, scene),
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
