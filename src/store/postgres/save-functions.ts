import { plans } from "./functions.js";

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
  IF (erasure ->> 'messagesBefore')::bigint > 0 THEN
    DELETE FROM giliran_answer WHERE at < (erasure ->> 'messagesBefore')::bigint;
    DELETE FROM giliran_sender WHERE last_message_at < (erasure ->> 'messagesBefore')::bigint;
  END IF;
  INSERT INTO giliran_sender (sender, version, last_message_at, record)
    SELECT sender, this_version, (record ->> 'lastMessageAt')::bigint, record
    FROM json_to_recordset(senders) AS new (sender text, record json)
    WHERE record IS NOT NULL
    ON CONFLICT (sender) DO UPDATE
      SET version = excluded.version, last_message_at = excluded.last_message_at, record = excluded.record;
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
  INSERT INTO giliran_answer (key, at, record)
    SELECT * FROM json_to_recordset(answers) AS new (key text, at bigint, record json) ORDER BY key;
  IF json_array_length(replaced) > 0 THEN
    INSERT INTO giliran_answer (key, at, record)
      SELECT * FROM json_to_recordset(replaced) AS new (key text, at bigint, record json) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET at = excluded.at, record = excluded.record;
  END IF;
END $$;`;
