/**
 * The server's part of a transaction, so that a batch of any size is one call to load and one to save. They have no
 * rule. Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan
 * of a time when a table was empty would otherwise read all of it for every key.
 */
export const plans: string = `
  SET search_path FROM CURRENT
  SET plan_cache_mode = force_generic_plan
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off`;

/** STABLE: all parts see the one snapshot of the call. */
export const load: string = `
CREATE FUNCTION giliran_load(scope json)
RETURNS TABLE (kind text, name text, version bigint, record text)
LANGUAGE plpgsql STABLE ${plans} AS $$
#variable_conflict use_column
DECLARE -- once: each look into the scope reads all of its text
  this_time bigint := scope ->> 'now';
  due_time bigint := scope ->> 'dueBy';
  waiters bigint := scope ->> 'waiters';
BEGIN RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT "officeId" AS office_id, date FROM json_to_recordset(scope -> 'days') AS day ("officeId" text, date text)
  ), whole AS MATERIALIZED (
    SELECT "officeId" AS office_id, date FROM json_to_recordset(scope -> 'whole') AS day ("officeId" text, date text)
  ), owner AS MATERIALIZED (
    SELECT 'person' AS kind, value AS key FROM json_array_elements_text(scope -> 'people')
    UNION SELECT 'sender', value FROM json_array_elements_text(scope -> 'senders')
  ), turn AS MATERIALIZED (
    SELECT owner.*, taken.* FROM owner, LATERAL (
      SELECT turn, code FROM giliran_owner WHERE key = owner.key AND kind = owner.kind OFFSET 0
    ) AS taken
  ), code AS MATERIALIZED (
    SELECT value AS code FROM json_array_elements_text(scope -> 'codes')
    UNION SELECT due.code FROM asked, LATERAL (
      SELECT code FROM giliran_booking
      WHERE office_id = asked.office_id AND date = asked.date AND due_at <= due_time OFFSET 0
    ) AS due
    UNION SELECT booking.code FROM whole, LATERAL (
      SELECT code FROM giliran_booking WHERE office_id = whole.office_id AND date = whole.date OFFSET 0
    ) AS booking
    UNION SELECT live.code FROM turn, LATERAL (
      SELECT code FROM giliran_booking WHERE code = turn.code AND live_until > this_time OFFSET 0
    ) AS live
  ), found AS MATERIALIZED (
    SELECT booking.* FROM code, LATERAL (
      SELECT code, office_id, date, record FROM giliran_booking WHERE code = code.code OFFSET 0
    ) AS booking
  ), named AS MATERIALIZED (
    SELECT office_id, date FROM asked UNION SELECT office_id, date FROM whole
    UNION SELECT office_id, date FROM found
  ), answer AS MATERIALIZED (
    SELECT DISTINCT value AS key FROM json_array_elements_text(scope -> 'requests')
  )
  SELECT 'booking', code, 0::bigint, record::text FROM found
  UNION ALL
  SELECT 'booking', waiting.* FROM named, LATERAL (
    SELECT code, 0::bigint, record::text FROM giliran_booking
    WHERE office_id = named.office_id AND date = named.date AND waiting_turn IS NOT NULL
    ORDER BY waiting_turn LIMIT waiters
  ) AS waiting
  UNION ALL
  SELECT 'day', office_id || ' ' || date, day.* FROM named, LATERAL (
    SELECT version, record::text FROM giliran_day WHERE office_id = named.office_id AND date = named.date OFFSET 0
  ) AS day
  UNION ALL
  SELECT kind, key, max(turn)::bigint, (array_agg(code ORDER BY turn DESC))[1] FROM turn GROUP BY kind, key
  UNION ALL
  SELECT 'remembered', remembered.* FROM owner, LATERAL (
    SELECT sender, version, record::text FROM giliran_sender WHERE sender = owner.key OFFSET 0
  ) AS remembered WHERE kind = 'sender'
  UNION ALL
  SELECT 'answer', known.* FROM answer, LATERAL (
    SELECT key, 0::bigint, record::text FROM giliran_answer WHERE key = answer.key OFFSET 0
  ) AS known;
END $$;`;

/** Days are locked in one order by everybody, so that no two wait for each other. */
export const lock: string = `
CREATE FUNCTION giliran_lock(days json) RETURNS TABLE (office_id text, date text, version bigint)
LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
  SELECT day.* FROM (
    SELECT office_id, date FROM json_to_recordset(days) AS seen (office_id text, date text) ORDER BY office_id, date
  ) AS seen, LATERAL (
    SELECT office_id, date, version FROM giliran_day
    WHERE office_id = seen.office_id AND date = seen.date FOR UPDATE
  ) AS day;
END $$;`;
