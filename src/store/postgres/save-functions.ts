import { plans } from "./functions.js";
import { partParameters, rowsOf } from "./parts.js";

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

/**
 * A day and a turn that were seen free and stay so are taken and given back, so that nobody takes them unseen
 * meanwhile; who names a sender has its turn for as long, and looks at the sender's version in its shelter. What there
 * is nothing of costs nothing.
 */
export const save: string = `
CREATE FUNCTION giliran_save(${partParameters}, rare_part text)
RETURNS void LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
DECLARE
  unused record;
  this_version bigint := pg_current_xact_id()::text;
  rare json := nullif(rare_part, '{}');
BEGIN
  -- C8: what is acknowledged is on the disk, whatever the database's default.
  IF current_setting('synchronous_commit') = 'off' THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;

  PERFORM FROM (
    SELECT * FROM ${rowsOf("day", "new")} ORDER BY office_id, date
  ) AS seen LEFT JOIN LATERAL (
    SELECT version FROM giliran_day WHERE office_id = seen.office_id AND date = seen.date FOR UPDATE
  ) AS day ON true WHERE coalesce(day.version, 0) <> seen.version;
  IF FOUND THEN
    RAISE EXCEPTION 'days have changed' USING ERRCODE = '40001';
  END IF;

  IF 0 = ANY (day_version) THEN
    INSERT INTO giliran_day (office_id, date, version, decided_at, record)
      SELECT office_id, date, CASE WHEN touched THEN this_version ELSE 0 END, coalesce(decided_at, 0), record
      FROM ${rowsOf("day", "new")} WHERE version = 0 ORDER BY office_id, date;
  END IF;
  INSERT INTO giliran_day AS day (office_id, date, version, decided_at, record)
    SELECT office_id, date, this_version, coalesce(decided_at, 0), record
    FROM ${rowsOf("day", "new")} WHERE touched AND version <> 0
    ON CONFLICT (office_id, date) DO UPDATE SET version = excluded.version,
      decided_at = greatest(excluded.decided_at, day.decided_at), record = coalesce(excluded.record, day.record);
  IF true = ANY (day_erased) OR false = ANY (day_touched) THEN
    FOR unused IN SELECT office_id, date, erased FROM ${rowsOf("day", "new")}
      WHERE erased OR version = 0 AND NOT touched
    LOOP
      DELETE FROM giliran_day AS day WHERE day.office_id = unused.office_id AND day.date = unused.date;
      IF unused.erased THEN
        DELETE FROM giliran_place_count AS count
          WHERE count.office_id = unused.office_id AND count.date = unused.date;
      END IF;
    END LOOP;
  END IF;
  INSERT INTO giliran_place_count (office_id, date, "window", pool, taken, ceiling)
    SELECT * FROM ${rowsOf("count", "new")}
    ON CONFLICT (office_id, date, "window", pool) DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling;

  INSERT INTO giliran_owner (kind, key, turn, code)
    SELECT * FROM ${rowsOf("owner", "new")}
    ORDER BY key, kind, turn;
  IF cardinality(turn_key) > 0 THEN
    PERFORM FROM ${rowsOf("turn", "seen")}
      LEFT JOIN LATERAL (
        SELECT code FROM giliran_owner WHERE key = seen.key AND kind = seen.kind AND turn = seen.turn OFFSET 0
      ) AS taken ON true
      WHERE taken.code IS DISTINCT FROM seen.code;
    IF FOUND THEN
      RAISE EXCEPTION 'bookings were erased' USING ERRCODE = '40001';
    END IF;
  END IF;
  PERFORM FROM ${rowsOf("sender", "seen")}
    LEFT JOIN LATERAL (
      SELECT version FROM giliran_sender WHERE sender = seen.sender OFFSET 0
    ) AS remembered ON true
    WHERE coalesce(remembered.version, 0) <> seen.version;
  IF FOUND THEN
    RAISE EXCEPTION 'senders have changed' USING ERRCODE = '40001';
  END IF;
  IF array_position(owner_code, NULL) IS NOT NULL THEN
    -- Without a code are those that were taken above and no others.
    DELETE FROM giliran_owner WHERE key = ANY (owner_key) AND code IS NULL;
  END IF;

  IF rare IS NOT NULL THEN
    IF (rare -> 'erase' ->> 'messagesBefore')::bigint > 0 THEN
      DELETE FROM giliran_answer WHERE at < (rare -> 'erase' ->> 'messagesBefore')::bigint;
      DELETE FROM giliran_sender WHERE last_message_at < (rare -> 'erase' ->> 'messagesBefore')::bigint;
    END IF;
    INSERT INTO giliran_sender (sender, version, last_message_at, record)
      SELECT sender, this_version, last_message_at, record
      FROM json_to_recordset(rare -> 'remember') AS new (sender text, last_message_at bigint, record json)
      ON CONFLICT (sender) DO UPDATE
        SET version = excluded.version, last_message_at = excluded.last_message_at, record = excluded.record;
    IF json_array_length(rare -> 'lost') > 0 THEN
      PERFORM giliran_leave(rare -> 'lost');
    END IF;
    DELETE FROM giliran_booking WHERE
      code = ANY (ARRAY(SELECT json_array_elements_text(rare -> 'erase' -> 'codes')));
    DELETE FROM giliran_sender
      WHERE sender = ANY (ARRAY(SELECT json_array_elements_text(rare -> 'erase' -> 'senders')));
  END IF;
  INSERT INTO giliran_booking (${bookingColumns})
    SELECT ${bookingColumns} FROM ${rowsOf("booking", "new")} WHERE NOT known ORDER BY code;
  IF true = ANY (booking_known) THEN
    INSERT INTO giliran_booking (${bookingColumns})
      SELECT ${bookingColumns} FROM ${rowsOf("booking", "new")} WHERE known
      ON CONFLICT (code) DO UPDATE SET office_id = excluded.office_id, date = excluded.date,
        "window" = excluded."window", pool = excluded.pool, places = excluded.places, state = excluded.state,
        occupies = excluded.occupies, sequence = excluded.sequence, due_at = excluded.due_at,
        notice_at = excluded.notice_at, waiting_turn = excluded.waiting_turn, live_until = excluded.live_until,
        record = excluded.record;
  END IF;
  INSERT INTO giliran_answer (key, at, record) SELECT * FROM ${rowsOf("answer", "new")} ORDER BY key;
END $$;`;
