import { earliestFirst } from "../../src/allocation/policies.js";
import type { CodeRequest, PartyRequest, RescheduleRequest } from "../../src/booking/requests.js";
import type { Calendar } from "../../src/office/calendar.js";

const tuesday = "2017-08-08";

/** Places for somebody on Tuesday; `name` is theirs, their sender's, and that of the code that is drawn for them. */
export function asks(name: string, other: Partial<PartyRequest> = {}) {
  return (calendar: Calendar): PartyRequest => ({
    key: `request of ${name}`,
    fingerprint: "what was asked",
    sender: `sender of ${name}`,
    by: "applicant",
    calendar,
    policy: earliestFirst,
    date: tuesday,
    places: 1,
    pool: "general",
    window: undefined,
    prefer: undefined,
    people: [{ key: `person of ${name}`, details: {} }],
    codes: [name],
    ...other,
  });
}

/** Something with the booking of a code, from its own sender. */
export function sends(code: string, other: Partial<CodeRequest> = {}) {
  return (): CodeRequest => ({
    key: `request about ${code}`,
    fingerprint: "what was asked",
    sender: `sender of ${code}`,
    by: "applicant",
    code,
    ...other,
  });
}

/** Another place for the booking of a code, under the code `NEW`. */
export function moves(code: string, to: { readonly date?: string; readonly window?: string }) {
  return (calendar: Calendar): RescheduleRequest => {
    const { people, sender, policy, places, pool, prefer } = asks(code)(calendar);
    const wish = { calendar, policy, places, pool, prefer, people, sender, codes: ["NEW"] };
    return { ...sends(code)(), move: { ...wish, date: to.date ?? tuesday, window: to.window } };
  };
}
