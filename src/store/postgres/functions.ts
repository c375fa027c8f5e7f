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
    SELECT value AS key FROM json_array_elements_text(scope -> 'requests')
    UNION SELECT answer.key FROM json_array_elements_text(scope -> 'answersOf') AS code (code), LATERAL (
      SELECT key FROM giliran_answer WHERE code = code.code OFFSET 0
    ) AS answer
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

/**
 * Leads from nobody of `lost` to the booking beside it. The next turn is taken and given back, so that who booked
 * meanwhile is seen, and who has yet to write finds its seen turn gone. A turn that was once taken stays so as long as
 * its owner has any: it goes to another booking. Else somebody who saw fewer could take it unseen.
 */
export const leave: string = `
CREATE FUNCTION giliran_leave(lost json) RETURNS void LANGUAGE plpgsql ${plans} AS $$
#variable_conflict use_column
DECLARE
  gone record;
  kept text;
BEGIN
  INSERT INTO giliran_owner (kind, key, turn)
    SELECT kind, key, coalesce((
      SELECT max(turn) FROM giliran_owner AS taken WHERE taken.key = owner.key AND taken.kind = owner.kind
    ), 0) + 1
    FROM (SELECT DISTINCT key, kind FROM json_to_recordset(lost) AS owner (kind text, key text)) AS owner
    ORDER BY key, kind;
  FOR gone IN SELECT kind, key, code FROM json_to_recordset(lost) AS owner (kind text, key text, code text)
  LOOP
    UPDATE giliran_owner AS owner SET code = NULL
      WHERE owner.key = gone.key AND owner.kind = gone.kind AND owner.code = gone.code;
  END LOOP;
  FOR gone IN SELECT kind, key FROM json_to_recordset(lost) AS owner (kind text, key text) GROUP BY kind, key
  LOOP
    DELETE FROM giliran_owner AS owner
      WHERE owner.key = gone.key AND owner.kind = gone.kind AND owner.turn = (
        SELECT max(turn) FROM giliran_owner AS taken WHERE taken.key = gone.key AND taken.kind = gone.kind
      );
    SELECT owner.code INTO kept FROM giliran_owner AS owner
      WHERE owner.key = gone.key AND owner.kind = gone.kind AND owner.code IS NOT NULL LIMIT 1;
    IF FOUND THEN
      UPDATE giliran_owner AS owner SET code = kept
        WHERE owner.key = gone.key AND owner.kind = gone.kind AND owner.code IS NULL;
    ELSE
      DELETE FROM giliran_owner AS owner WHERE owner.key = gone.key AND owner.kind = gone.kind;
    END IF;
  END LOOP;
END $$;`;

const bookingColumns =
  'code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, notice_at, waiting_turn, live_until, record';
const bookingRow = `
  (code text, office_id text, date text, "window" text, pool text, places integer, state text, occupies boolean,
    sequence integer, due_at bigint, notice_at bigint, waiting_turn integer, live_until bigint, record json)`;

/**
 * `days` and `senders` have the version that was seen, 0 for none, `owners` the turn that is next and `turns` the last
 * that was seen. A day and a turn that were seen free and stay so are taken and given back, so that nobody takes them
 * unseen meanwhile; who names a sender has its turn for as long, and looks at the sender's version in its shelter.
 */
export const save: string = `
CREATE FUNCTION giliran_save(days json, counts json, owners json, turns json, senders json, lost json, erasure json,
  added json, changed json, answers json, replaced json)
RETURNS void LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
DECLARE
  unused record;
  this_version bigint := pg_current_xact_id()::text;
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
    ON CONFLICT (office_id, date) DO UPDATE SET version = this_version,
      decided_at = greatest(excluded.decided_at, day.decided_at), record = coalesce(excluded.record, day.record);
  FOR unused IN SELECT office_id, date, erased
    FROM json_to_recordset(days)
      AS new (office_id text, date text, version bigint, touched boolean, erased boolean)
    WHERE erased OR version = 0 AND NOT touched
  LOOP
    DELETE FROM giliran_day AS day WHERE day.office_id = unused.office_id AND day.date = unused.date;
    IF unused.erased THEN
      DELETE FROM giliran_place_count AS count
        WHERE count.office_id = unused.office_id AND count.date = unused.date;
    END IF;
  END LOOP;
  INSERT INTO giliran_place_count (office_id, date, "window", pool, taken, ceiling)
    SELECT * FROM json_to_recordset(counts)
      AS new (office_id text, date text, "window" text, pool text, taken integer, ceiling integer)
    ON CONFLICT (office_id, date, "window", pool) DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling;

  INSERT INTO giliran_owner (kind, key, turn, code)
    SELECT * FROM json_to_recordset(owners) AS new (kind text, key text, turn integer, code text)
    ORDER BY key, kind, turn;
  PERFORM FROM json_to_recordset(turns) AS seen (kind text, key text, turn integer, code text)
    LEFT JOIN LATERAL (
      SELECT code FROM giliran_owner WHERE key = seen.key AND kind = seen.kind AND turn = seen.turn OFFSET 0
    ) AS taken ON true
    WHERE taken.code IS DISTINCT FROM seen.code;
  IF FOUND THEN
    RAISE EXCEPTION 'bookings were erased' USING ERRCODE = '40001';
  END IF;
  PERFORM FROM json_to_recordset(senders) AS seen (sender text, version bigint)
    LEFT JOIN LATERAL (
      SELECT version FROM giliran_sender WHERE sender = seen.sender OFFSET 0
    ) AS remembered ON true
    WHERE coalesce(remembered.version, 0) <> seen.version;
  IF FOUND THEN
    RAISE EXCEPTION 'senders have changed' USING ERRCODE = '40001';
  END IF;
  INSERT INTO giliran_sender (sender, version, record)
    SELECT sender, this_version, record FROM json_to_recordset(senders) AS new (sender text, record json)
    WHERE record IS NOT NULL
    ON CONFLICT (sender) DO UPDATE SET version = excluded.version, record = excluded.record;
  FOR unused IN SELECT kind, key, turn
    FROM json_to_recordset(owners) AS new (kind text, key text, turn integer, code text) WHERE code IS NULL
  LOOP
    DELETE FROM giliran_owner AS owner
      WHERE owner.key = unused.key AND owner.kind = unused.kind AND owner.turn = unused.turn;
  END LOOP;

  IF json_array_length(lost) > 0 THEN
    PERFORM giliran_leave(lost);
  END IF;
  IF json_array_length(erasure -> 'codes') > 0 THEN
    DELETE FROM giliran_booking WHERE code = ANY (ARRAY(SELECT json_array_elements_text(erasure -> 'codes')));
  END IF;
  IF json_array_length(erasure -> 'senders') > 0 THEN
    DELETE FROM giliran_sender WHERE sender = ANY (ARRAY(SELECT json_array_elements_text(erasure -> 'senders')));
  END IF;
  IF (erasure ->> 'answersBefore')::bigint > 0 THEN
    DELETE FROM giliran_answer WHERE at < (erasure ->> 'answersBefore')::bigint;
  END IF;

  INSERT INTO giliran_booking (${bookingColumns})
    SELECT * FROM json_to_recordset(added) AS new ${bookingRow} ORDER BY code;
  IF json_array_length(changed) > 0 THEN
    INSERT INTO giliran_booking (${bookingColumns})
      SELECT * FROM json_to_recordset(changed) AS new ${bookingRow} ORDER BY code
      ON CONFLICT (code) DO UPDATE SET office_id = excluded.office_id, date = excluded.date,
        "window" = excluded."window", pool = excluded.pool, places = excluded.places, state = excluded.state,
        occupies = excluded.occupies, sequence = excluded.sequence, due_at = excluded.due_at,
        notice_at = excluded.notice_at, waiting_turn = excluded.waiting_turn, live_until = excluded.live_until,
        record = excluded.record;
  END IF;
  INSERT INTO giliran_answer (key, code, at, record)
    SELECT * FROM json_to_recordset(answers) AS new (key text, code text, at bigint, record json) ORDER BY key;
  IF json_array_length(replaced) > 0 THEN
    INSERT INTO giliran_answer (key, code, at, record)
      SELECT * FROM json_to_recordset(replaced) AS new (key text, code text, at bigint, record json) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET code = excluded.code, at = excluded.at, record = excluded.record;
  END IF;
END $$;`;
