/**
 * The server's part of a transaction, so that a batch of any size is one call to load and one to save. They have no
 * rule. Plans are made of index scans alone: one that was made while a table was empty would be kept for ever.
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
BEGIN RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT "officeId" AS office_id, date FROM json_to_recordset(scope -> 'days') AS day ("officeId" text, date text)
  ), owner AS MATERIALIZED (
    SELECT 'person' AS kind, value AS key FROM json_array_elements_text(scope -> 'people')
    UNION SELECT 'sender', value FROM json_array_elements_text(scope -> 'senders')
  ), code AS MATERIALIZED (
    SELECT value AS code FROM json_array_elements_text(scope -> 'codes')
    UNION SELECT booking.code FROM asked JOIN giliran_booking AS booking USING (office_id, date)
      WHERE due_at <= (scope ->> 'dueBy')::bigint
    UNION SELECT booking.code FROM owner JOIN giliran_owner USING (kind, key)
      JOIN giliran_booking AS booking USING (code) WHERE live_until > (scope ->> 'now')::bigint
  ), found AS MATERIALIZED (
    SELECT booking.* FROM code JOIN giliran_booking AS booking USING (code)
  ), named AS MATERIALIZED (
    SELECT office_id, date FROM asked UNION SELECT office_id, date FROM found
  )
  SELECT 'booking', code, 0::bigint, record::text FROM found
  UNION ALL
  SELECT 'day', office_id || ' ' || date, version, record::text FROM named
    JOIN giliran_day USING (office_id, date)
  UNION ALL
  SELECT kind, key, max(turn)::bigint, NULL FROM owner JOIN giliran_owner USING (kind, key) GROUP BY kind, key
  UNION ALL
  SELECT 'answer', key, 0::bigint, record::text
    FROM json_array_elements_text(scope -> 'requests') AS request (key) JOIN giliran_answer USING (key);
END $$;`;

/** Days are locked in one order by everybody, so that no two wait for each other. */
export const lock: string = `
CREATE FUNCTION giliran_lock(days json) RETURNS TABLE (office_id text, date text, version bigint)
LANGUAGE sql ${plans} SET lock_timeout = '10s' AS $$
  SELECT day.office_id, day.date, day.version
  FROM json_to_recordset(days) AS seen (office_id text, date text) JOIN giliran_day AS day USING (office_id, date)
  ORDER BY day.office_id, day.date FOR UPDATE OF day
$$;`;

/**
 * \`days\` have the version that was seen, 0 for none, \`owners\` the turn that is next. A day and a turn that were seen
 * free and stay so are taken and given back, so that nobody takes them unseen meanwhile.
 */
export const save: string = `
CREATE FUNCTION giliran_save(days json, counts json, owners json, added json, changed json, answers json)
RETURNS void LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
DECLARE
  stale integer;
BEGIN
  -- C8: what is acknowledged is on the disk, whatever the database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;

  SELECT count(*) INTO stale
  FROM json_to_recordset(days) AS seen (office_id text, date text, version bigint)
    LEFT JOIN giliran_lock(days) AS day USING (office_id, date)
  WHERE coalesce(day.version, 0) <> seen.version;
  IF stale > 0 THEN
    RAISE EXCEPTION 'days have changed' USING ERRCODE = '40001';
  END IF;

  INSERT INTO giliran_day (office_id, date, version, decided_at)
    SELECT office_id, date, 0, 0 FROM json_to_recordset(days) AS day (office_id text, date text, version bigint)
    WHERE version = 0 ORDER BY office_id, date;
  UPDATE giliran_day AS day
    SET version = day.version + 1, decided_at = coalesce(new.decided_at, day.decided_at),
      record = coalesce(new.record, day.record)
    FROM json_to_recordset(days) AS new (office_id text, date text, touched boolean, decided_at bigint, record json)
    WHERE new.touched AND day.office_id = new.office_id AND day.date = new.date;
  DELETE FROM giliran_day AS day USING json_to_recordset(days) AS seen (office_id text, date text)
    WHERE day.office_id = seen.office_id AND day.date = seen.date AND day.version = 0;
  INSERT INTO giliran_place_count (office_id, date, "window", pool, taken, ceiling)
    SELECT * FROM json_to_recordset(counts)
      AS new (office_id text, date text, "window" text, pool text, taken integer, ceiling integer)
    ON CONFLICT (office_id, date, "window", pool) DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling;

  INSERT INTO giliran_owner (kind, key, turn, code)
    SELECT kind, key, turn, code FROM json_to_recordset(owners) AS new (kind text, key text, turn integer, code text)
    ORDER BY key, kind, turn;
  DELETE FROM giliran_owner AS owner
    USING json_to_recordset(owners) AS new (kind text, key text, turn integer, code text)
    WHERE new.code IS NULL AND owner.key = new.key AND owner.kind = new.kind AND owner.turn = new.turn;

  INSERT INTO giliran_booking (code, office_id, date, "window", pool, places, state, occupies, sequence, due_at,
      live_until, record)
    SELECT * FROM json_to_recordset(added)
      AS new (code text, office_id text, date text, "window" text, pool text, places integer, state text,
        occupies boolean, sequence integer, due_at bigint, live_until bigint, record json)
    ORDER BY code;
  UPDATE giliran_booking AS booking
    SET office_id = new.office_id, date = new.date, "window" = new."window", pool = new.pool, places = new.places,
      state = new.state, occupies = new.occupies, sequence = new.sequence, due_at = new.due_at,
      live_until = new.live_until, record = new.record
    FROM json_to_recordset(changed)
      AS new (code text, office_id text, date text, "window" text, pool text, places integer, state text,
        occupies boolean, sequence integer, due_at bigint, live_until bigint, record json)
    WHERE booking.code = new.code;
  INSERT INTO giliran_answer (key, code, at, record)
    SELECT * FROM json_to_recordset(answers) AS new (key text, code text, at bigint, record json) ORDER BY key;
END $$;`;
