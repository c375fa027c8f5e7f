import type { BookingFilter } from "../booking-store.js";
import { loadParameterCount } from "./functions.js";
import { partCount } from "./parts.js";

/** A process that is stopped in the middle of a transaction loses it, so that nobody waits for it for long. */
export const begin = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

export interface Statements {
  readonly load: string;
  readonly lock: string;
  readonly save: string;
  readonly find: (filter: BookingFilter, after: string, limit: number) => readonly [string, ...string[]];
}

/** The schema is named in each: behind a pooler no setting of a session lasts. */
export function statementsFor(schema: string): Statements {
  const booking = `SELECT code FROM "${schema}".giliran_booking`;
  const owner = `SELECT DISTINCT code FROM "${schema}".giliran_owner`;

  /** What leads to few codes, and its values; then the codes are put in order, and last the records are read. */
  function selectionOf(filter: BookingFilter): readonly [string, ...(string | number)[]] {
    if ("date" in filter)
      return [`${booking} WHERE office_id = $3 AND date = $4`, filter.officeId, filter.date];
    if ("sender" in filter) return [`${owner} WHERE key = $3 AND kind = 'sender'`, filter.sender];
    if ("person" in filter) return [`${owner} WHERE key = $3 AND kind = 'person'`, filter.person];
    if ("before" in filter)
      return [`${booking} WHERE office_id = $3 AND date < $4`, filter.officeId, filter.before];
    if ("dueBy" in filter) return [`${booking} WHERE due_at + 0 <= $3`, filter.dueBy];
    return [`${booking} WHERE notice_at <= $3`, filter.noticeBy];
  }

  return {
    load: `SELECT * FROM "${schema}".giliran_load(${placeholders(loadParameterCount)})`,
    lock: `SELECT FROM "${schema}".giliran_lock($1, $2)`,
    save: `SELECT "${schema}".giliran_save(${placeholders(partCount + 1)})`,
    find(filter, after, limit) {
      const [selection, ...values] = selectionOf(filter);
      const statement = `
        WITH found AS MATERIALIZED (${selection})
        SELECT record::text FROM "${schema}".giliran_booking
        WHERE code IN (SELECT code FROM found WHERE code > $1 ORDER BY code LIMIT $2) ORDER BY code`;
      return [statement, after, String(limit), ...values.map(String)];
    },
  };
}

function placeholders(count: number): string {
  return Array.from({ length: count }, (_, index) => `$${index + 1}`).join(", ");
}
