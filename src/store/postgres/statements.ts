/** A process that is stopped in the middle of a transaction loses it, so that nobody waits for it for long. */
export const begin = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '10s'`;

export interface Statements {
  readonly load: string;
  readonly lock: string;
  readonly save: string;
  readonly bookingsOfDay: string;
  readonly bookingsOfSender: string;
}

/** The schema is named in each: behind a pooler no setting of a session lasts. */
export function statementsFor(schema: string): Statements {
  const page = `
    SELECT record::text FROM "${schema}".giliran_booking
    WHERE code IN (SELECT code FROM found WHERE code > `;
  return {
    load: `SELECT * FROM "${schema}".giliran_load($1)`,
    lock: `SELECT FROM "${schema}".giliran_lock($1)`,
    save: `SELECT "${schema}".giliran_save($1, $2, $3, $4, $5, $6)`,
    bookingsOfDay: `
      WITH found AS MATERIALIZED (SELECT code FROM "${schema}".giliran_booking WHERE office_id = $1 AND date = $2)
      ${page} $3 ORDER BY code LIMIT $4) ORDER BY code`,
    bookingsOfSender: `
      WITH found AS MATERIALIZED (
        SELECT DISTINCT code FROM "${schema}".giliran_owner WHERE key = $1 AND kind = 'sender')
      ${page} $2 ORDER BY code LIMIT $3) ORDER BY code`,
  };
}
