import type { DayKey, Scope } from "../../booking/records.js";
import { arrayLiteral } from "./array-literal.js";

/**
 * The server's part of a transaction, so that a batch of any size is one call to load and one to save. They have no
 * rule. Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan
 * of a time when a table was empty would otherwise read all of it for every key.
 */
export const plans: string = `
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off`;

const loadParameters = [
  "this_time bigint",
  "due_time bigint",
  "waiters bigint",
  "day_office_id text[]",
  "day_date text[]",
  "whole_office_id text[]",
  "whole_date text[]",
  "codes text[]",
  "people text[]",
  "senders text[]",
  "requests text[]",
] as const;

export const loadParameterCount: number = loadParameters.length;

/** The arguments of `giliran_load`. */
export function writeScope(scope: Scope): readonly string[] {
  return [
    String(scope.now),
    String(scope.dueBy),
    String(scope.waiters),
    ...writeDays(scope.days),
    ...writeDays(scope.whole),
    ...[scope.codes, scope.people, scope.senders, scope.requests].map(arrayLiteral),
  ];
}

/** The arguments of `giliran_lock`. */
export function writeDays(days: readonly DayKey[]): readonly string[] {
  return [days.map(({ officeId }) => officeId), days.map(({ date }) => date)].map(arrayLiteral);
}

/** STABLE: all parts see the one snapshot of the call. What is asked for nothing is not run. */
export const load: string = `
CREATE FUNCTION giliran_load(${loadParameters.join(", ")})
RETURNS TABLE (kind text, name text, version bigint, record text)
LANGUAGE plpgsql STABLE ${plans} AS $$
#variable_conflict use_column
DECLARE
  booked text[];
BEGIN
  booked := ARRAY(SELECT code FROM giliran_owner WHERE key = ANY (people || senders));
  IF cardinality(booked) > 0 THEN
    RETURN QUERY
      SELECT 'person', key, max(turn)::bigint, (array_agg(code ORDER BY turn DESC))[1] FROM giliran_owner
      WHERE key = ANY (people) AND kind = 'person' GROUP BY key
      UNION ALL
      SELECT 'sender', key, max(turn)::bigint, (array_agg(code ORDER BY turn DESC))[1] FROM giliran_owner
      WHERE key = ANY (senders) AND kind = 'sender' GROUP BY key;
    codes := codes || ARRAY(SELECT code FROM giliran_booking WHERE code = ANY (booked) AND live_until > this_time);
  END IF;
  IF cardinality(day_date) > 0 THEN
    codes := codes || ARRAY(
      SELECT due.code FROM unnest(day_office_id, day_date) AS day (office_id, date), LATERAL (
        SELECT code FROM giliran_booking
        WHERE office_id = day.office_id AND date = day.date AND due_at <= due_time OFFSET 0
      ) AS due);
  END IF;
  IF cardinality(whole_date) > 0 THEN
    codes := codes || ARRAY(
      SELECT booking.code FROM unnest(whole_office_id, whole_date) AS day (office_id, date), LATERAL (
        SELECT code FROM giliran_booking WHERE office_id = day.office_id AND date = day.date OFFSET 0
      ) AS booking);
    day_office_id := day_office_id || whole_office_id;
    day_date := day_date || whole_date;
  END IF;

  RETURN QUERY SELECT 'booking', code, 0::bigint, record::text FROM giliran_booking WHERE code = ANY (codes);
  IF FOUND OR cardinality(whole_date) > 0 THEN
    SELECT array_agg(office_id), array_agg(date) INTO day_office_id, day_date FROM (
      SELECT office_id, date FROM unnest(day_office_id, day_date) AS day (office_id, date)
      UNION SELECT office_id, date FROM giliran_booking WHERE code = ANY (codes)
    ) AS day;
  END IF;
  RETURN QUERY
    SELECT 'day', day.office_id || ' ' || day.date, found.*
    FROM unnest(day_office_id, day_date) AS day (office_id, date), LATERAL (
      SELECT version, record::text FROM giliran_day WHERE office_id = day.office_id AND date = day.date OFFSET 0
    ) AS found
    UNION ALL
    SELECT 'booking', waiting.* FROM unnest(day_office_id, day_date) AS day (office_id, date), LATERAL (
      SELECT code, 0::bigint, record::text FROM giliran_booking
      WHERE office_id = day.office_id AND date = day.date AND waiting_turn IS NOT NULL
      ORDER BY waiting_turn LIMIT waiters
    ) AS waiting;

  IF cardinality(senders) > 0 THEN
    RETURN QUERY SELECT 'remembered', sender, version, record::text FROM giliran_sender WHERE sender = ANY (senders);
  END IF;
  RETURN QUERY SELECT 'answer', key, 0::bigint, record::text FROM giliran_answer WHERE key = ANY (requests);
END $$;`;

/** Days are locked in one order by everybody, so that no two wait for each other. */
export const lock: string = `
CREATE FUNCTION giliran_lock(day_office_id text[], day_date text[]) RETURNS void
LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM (
    SELECT * FROM unnest(day_office_id, day_date) AS new (office_id, date) ORDER BY office_id, date
  ) AS seen, LATERAL (
    SELECT FROM giliran_day WHERE office_id = seen.office_id AND date = seen.date FOR UPDATE
  ) AS day;
END $$;`;
