import { type Alternative, alternativeAt } from "../allocation/alternatives.js";
import type { SlotQuery } from "../allocation/free-slots.js";
import { nearestTo } from "../allocation/policies.js";
import { needDays, needWaiting } from "../booking/needs.js";
import { firstWaiters } from "../booking/rules/waiting.js";
import type { Calendar } from "../office/calendar.js";
import { keep } from "../office/keep.js";
import { generalPool } from "../office/slot-pool.js";
import type { HoldCall } from "./calls.js";
import type { DeskContext } from "./desk-context.js";
import { mayBeAskedAgain, type Reader, readApart, readView } from "./reader.js";

/** What other offices of the group have on the date that was asked for, by a look that locks nothing. */
export type FindNearby = (call: HoldCall) => Promise<readonly Alternative[]>;

const offered = 3;

export function createFindNearby(context: DeskContext, read: Reader): FindNearby {
  const { policy } = context;
  const othersOf = keep(1, (calendars: DeskContext["calendars"]) => {
    const all = [...calendars.values()];
    return new Map(all.map((calendar) => [calendar.office.id, othersOfGroup(calendar, all)]));
  });
  /** In a surge many are refused for the same in one moment; they share one look. */
  const looking = new Map<string, Promise<readonly Alternative[]>>();

  async function look(call: HoldCall, others: readonly Calendar[]): Promise<readonly Alternative[]> {
    const { date, pool = generalPool, people, window, prefer = window?.slice(0, 5) } = call;
    const views = await readApart(others, (some) => {
      const days = some.flatMap(({ office, datesAround }) =>
        datesAround(date).map((around) => ({ officeId: office.id, date: around })),
      );
      return readView(read, [needDays(days), needWaiting(firstWaiters)], context);
    }).catch(noneWhereLost);
    const wish = prefer === undefined ? policy : nearestTo(prefer);
    const found: Alternative[] = [];
    for (const [calendar, view] of views.flatMap(([some, view]) => some.map((one) => [one, view] as const))) {
      const taken: SlotQuery["taken"] = (day, slot, ofPool) =>
        view.ledgers.taken({ officeId: calendar.office.id, date: day }, slot, ofPool);
      const query = { date, pool, places: people.length, now: view.now, taken };
      const alternative = alternativeAt(calendar, wish, query);
      if (alternative !== undefined) found.push(alternative);
      if (found.length === offered) break;
    }
    return found;
  }

  return async (call) => {
    const { officeId, date, pool, people, window, prefer } = call;
    const others = othersOf(context.calendars).get(officeId) ?? [];
    if (others.length === 0) return [];
    const asked = JSON.stringify([officeId, date, pool, people.length, window, prefer]);
    const shared = looking.get(asked) ?? look(call, others).finally(() => looking.delete(asked));
    looking.set(asked, shared);
    return shared;
  };
}

/** What was decided at the asked office stands, whatever others have. */
function noneWhereLost(error: unknown): readonly [] {
  if (mayBeAskedAgain(error)) throw error;
  return [];
}

function othersOfGroup({ office }: Calendar, all: readonly Calendar[]): readonly Calendar[] {
  if (office.group === undefined) return [];
  return all.filter((other) => other.office.group === office.group && other.office.id !== office.id);
}
