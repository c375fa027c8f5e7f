/**
 * The server's part of a transaction, so that a batch of any size is one call to load and one to save. They have no
 * rule. Plans are made once and of index scans alone; LATERAL with OFFSET 0 keeps the tables on the inner side. A plan
 * of a time when a table was empty would otherwise read all of it for every key.
 */
const plans = `
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
BEGIN RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT "officeId" AS office_id, date FROM json_to_recordset(scope -> 'days') AS day ("officeId" text, date text)
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
    UNION SELECT live.code FROM turn, LATERAL (
      SELECT code FROM giliran_booking WHERE code = turn.code AND live_until > this_time OFFSET 0
    ) AS live
  ), found AS MATERIALIZED (
    SELECT booking.* FROM code, LATERAL (
      SELECT code, office_id, date, record FROM giliran_booking WHERE code = code.code OFFSET 0
    ) AS booking
  ), named AS MATERIALIZED (
    SELECT office_id, date FROM asked UNION SELECT office_id, date FROM found
  )
  SELECT 'booking', code, 0::bigint, record::text FROM found
  UNION ALL
  SELECT 'day', office_id || ' ' || date, day.* FROM named, LATERAL (
    SELECT version, record::text FROM giliran_day WHERE office_id = named.office_id AND date = named.date OFFSET 0
  ) AS day
  UNION ALL
  SELECT kind, key, max(turn)::bigint, NULL FROM turn GROUP BY kind, key
  UNION ALL
  SELECT 'answer', answer.* FROM json_array_elements_text(scope -> 'requests') AS request (key), LATERAL (
    SELECT key, 0::bigint, record::text FROM giliran_answer WHERE key = request.key OFFSET 0
  ) AS answer;
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

const bookingColumns =
  'code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, live_until, record';
const bookingRow = `
  (code text, office_id text, date text, "window" text, pool text, places integer, state text, occupies boolean,
    sequence integer, due_at bigint, live_until bigint, record json)`;

/**
 * `days` have the version that was seen, 0 for none, `owners` the turn that is next. A day and a turn that were seen
 * free and stay so are taken and given back, so that nobody takes them unseen meanwhile.
 */
export const save: string = `
CREATE FUNCTION giliran_save(days json, counts json, owners json, added json, changed json, answers json)
RETURNS void LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
DECLARE
  unused record;
BEGIN
  -- C8: what is acknowledged is on the disk, whatever the database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;

  PERFORM FROM json_to_recordset(days) AS seen (office_id text, date text, version bigint)
    LEFT JOIN giliran_lock(days) AS day USING (office_id, date)
    WHERE coalesce(day.version, 0) <> seen.version;
  IF FOUND THEN
    RAISE EXCEPTION 'days have changed' USING ERRCODE = '40001';
  END IF;

  INSERT INTO giliran_day (office_id, date, version, decided_at)
    SELECT office_id, date, 0, 0 FROM json_to_recordset(days) AS new (office_id text, date text, version bigint)
    WHERE version = 0 ORDER BY office_id, date;
  INSERT INTO giliran_day AS day (office_id, date, version, decided_at, record)
    SELECT office_id, date, 0, coalesce(decided_at, 0), record
    FROM json_to_recordset(days)
      AS new (office_id text, date text, touched boolean, decided_at bigint, record json) WHERE touched
    ON CONFLICT (office_id, date) DO UPDATE SET version = day.version + 1,
      decided_at = greatest(excluded.decided_at, day.decided_at), record = coalesce(excluded.record, day.record);
  FOR unused IN SELECT office_id, date
    FROM json_to_recordset(days) AS new (office_id text, date text, version bigint, touched boolean)
    WHERE version = 0 AND NOT touched
  LOOP
    DELETE FROM giliran_day AS day WHERE day.office_id = unused.office_id AND day.date = unused.date;
  END LOOP;
  INSERT INTO giliran_place_count (office_id, date, "window", pool, taken, ceiling)
    SELECT * FROM json_to_recordset(counts)
      AS new (office_id text, date text, "window" text, pool text, taken integer, ceiling integer)
    ON CONFLICT (office_id, date, "window", pool) DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling;

  INSERT INTO giliran_owner (kind, key, turn, code)
    SELECT * FROM json_to_recordset(owners) AS new (kind text, key text, turn integer, code text)
    ORDER BY key, kind, turn;
  FOR unused IN SELECT kind, key, turn
    FROM json_to_recordset(owners) AS new (kind text, key text, turn integer, code text) WHERE code IS NULL
  LOOP
    DELETE FROM giliran_owner AS owner
      WHERE owner.key = unused.key AND owner.kind = unused.kind AND owner.turn = unused.turn;
  END LOOP;

  INSERT INTO giliran_booking (${bookingColumns})
    SELECT * FROM json_to_recordset(added) AS new ${bookingRow} ORDER BY code;
  IF json_array_length(changed) > 0 THEN
    INSERT INTO giliran_booking (${bookingColumns})
      SELECT * FROM json_to_recordset(changed) AS new ${bookingRow} ORDER BY code
      ON CONFLICT (code) DO UPDATE SET office_id = excluded.office_id, date = excluded.date,
        "window" = excluded."window", pool = excluded.pool, places = excluded.places, state = excluded.state,
        occupies = excluded.occupies, sequence = excluded.sequence, due_at = excluded.due_at,
        live_until = excluded.live_until, record = excluded.record;
  END IF;
  INSERT INTO giliran_answer (key, code, at, record)
    SELECT * FROM json_to_recordset(answers) AS new (key text, code text, at bigint, record json) ORDER BY key;
END $$;`;
