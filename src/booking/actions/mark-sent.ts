import type { Task } from "../action.js";
import { needCodes } from "../needs.js";
import { type NoticeName, toTell } from "../notice.js";

interface Sent {
  readonly notices: readonly NoticeName[];
}

/** Notices that were sent are no longer owed. */
export const markSent: Task<Sent, undefined> = {
  name: "mark-sent",
  needs: ({ notices }) => [needCodes(notices.map(({ code }) => code))],
  decide({ notices: sent }, { bookings }) {
    for (const { code, kind, at } of sent) {
      const booking = bookings.find(code);
      if (booking?.notices === undefined) continue;
      const { notices, ...rest } = booking;
      const left = notices.filter((notice) => notice.kind !== kind || notice.at !== at);
      if (left.length < notices.length) bookings.put({ ...toTell(left), ...rest });
    }
    return undefined;
  },
};
