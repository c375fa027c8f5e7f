CREATE SCHEMA first_layout;
CREATE FUNCTION first_layout.giliran_leave(lost json) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'first_layout', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS $$
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
END $$;
CREATE FUNCTION first_layout.giliran_load(this_time bigint, due_time bigint, waiters bigint, day_office_id text[], day_date text[], whole_office_id text[], whole_date text[], codes text[], people text[], senders text[], requests text[]) RETURNS TABLE(kind text, name text, version bigint, record text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'first_layout', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    AS $$
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
END $$;
CREATE FUNCTION first_layout.giliran_lock(day_office_id text[], day_date text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'first_layout', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    SET lock_timeout TO '10s'
    AS $$
#variable_conflict use_column
BEGIN
  PERFORM FROM (
    SELECT * FROM unnest(day_office_id, day_date) AS new (office_id, date) ORDER BY office_id, date
  ) AS seen, LATERAL (
    SELECT FROM giliran_day WHERE office_id = seen.office_id AND date = seen.date FOR UPDATE
  ) AS day;
END $$;
CREATE FUNCTION first_layout.giliran_save(day_office_id text[], day_date text[], day_version bigint[], day_touched boolean[], day_erased boolean[], day_decided_at bigint[], day_record json[], count_office_id text[], count_date text[], count_window text[], count_pool text[], count_taken integer[], count_ceiling integer[], owner_kind text[], owner_key text[], owner_turn integer[], owner_code text[], turn_kind text[], turn_key text[], turn_turn integer[], turn_code text[], sender_sender text[], sender_version bigint[], booking_known boolean[], booking_code text[], booking_office_id text[], booking_date text[], booking_window text[], booking_pool text[], booking_places integer[], booking_state text[], booking_occupies boolean[], booking_sequence integer[], booking_due_at bigint[], booking_notice_at bigint[], booking_waiting_turn integer[], booking_live_until bigint[], booking_record json, answer_key text[], answer_at bigint[], answer_record json, rare_part text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'first_layout', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET jit TO 'off'
    SET lock_timeout TO '10s'
    AS $$
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
    SELECT * FROM (SELECT day_office_id[i] AS "office_id", day_date[i] AS "date", day_version[i] AS "version", day_touched[i] AS "touched", day_erased[i] AS "erased", day_decided_at[i] AS "decided_at", day_record[i] AS "record" FROM ROWS FROM (generate_series(1, cardinality(day_office_id))) AS number (i)) AS new ORDER BY office_id, date
  ) AS seen LEFT JOIN LATERAL (
    SELECT version FROM giliran_day WHERE office_id = seen.office_id AND date = seen.date FOR UPDATE
  ) AS day ON true WHERE coalesce(day.version, 0) <> seen.version;
  IF FOUND THEN
    RAISE EXCEPTION 'days have changed' USING ERRCODE = '40001';
  END IF;
  IF 0 = ANY (day_version) THEN
    INSERT INTO giliran_day (office_id, date, version, decided_at, record)
      SELECT office_id, date, CASE WHEN touched THEN this_version ELSE 0 END, coalesce(decided_at, 0), record
      FROM (SELECT day_office_id[i] AS "office_id", day_date[i] AS "date", day_version[i] AS "version", day_touched[i] AS "touched", day_erased[i] AS "erased", day_decided_at[i] AS "decided_at", day_record[i] AS "record" FROM ROWS FROM (generate_series(1, cardinality(day_office_id))) AS number (i)) AS new WHERE version = 0 ORDER BY office_id, date;
  END IF;
  INSERT INTO giliran_day AS day (office_id, date, version, decided_at, record)
    SELECT office_id, date, this_version, coalesce(decided_at, 0), record
    FROM (SELECT day_office_id[i] AS "office_id", day_date[i] AS "date", day_version[i] AS "version", day_touched[i] AS "touched", day_erased[i] AS "erased", day_decided_at[i] AS "decided_at", day_record[i] AS "record" FROM ROWS FROM (generate_series(1, cardinality(day_office_id))) AS number (i)) AS new WHERE touched AND version <> 0
    ON CONFLICT (office_id, date) DO UPDATE SET version = excluded.version,
      decided_at = greatest(excluded.decided_at, day.decided_at), record = coalesce(excluded.record, day.record);
  IF true = ANY (day_erased) OR false = ANY (day_touched) THEN
    FOR unused IN SELECT office_id, date, erased FROM (SELECT day_office_id[i] AS "office_id", day_date[i] AS "date", day_version[i] AS "version", day_touched[i] AS "touched", day_erased[i] AS "erased", day_decided_at[i] AS "decided_at", day_record[i] AS "record" FROM ROWS FROM (generate_series(1, cardinality(day_office_id))) AS number (i)) AS new
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
    SELECT * FROM (SELECT count_office_id[i] AS "office_id", count_date[i] AS "date", count_window[i] AS "window", count_pool[i] AS "pool", count_taken[i] AS "taken", count_ceiling[i] AS "ceiling" FROM ROWS FROM (generate_series(1, cardinality(count_office_id))) AS number (i)) AS new
    ON CONFLICT (office_id, date, "window", pool) DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling;
  INSERT INTO giliran_owner (kind, key, turn, code)
    SELECT * FROM (SELECT owner_kind[i] AS "kind", owner_key[i] AS "key", owner_turn[i] AS "turn", owner_code[i] AS "code" FROM ROWS FROM (generate_series(1, cardinality(owner_kind))) AS number (i)) AS new
    ORDER BY key, kind, turn;
  IF cardinality(turn_key) > 0 THEN
    PERFORM FROM (SELECT turn_kind[i] AS "kind", turn_key[i] AS "key", turn_turn[i] AS "turn", turn_code[i] AS "code" FROM ROWS FROM (generate_series(1, cardinality(turn_kind))) AS number (i)) AS seen
      LEFT JOIN LATERAL (
        SELECT code FROM giliran_owner WHERE key = seen.key AND kind = seen.kind AND turn = seen.turn OFFSET 0
      ) AS taken ON true
      WHERE taken.code IS DISTINCT FROM seen.code;
    IF FOUND THEN
      RAISE EXCEPTION 'bookings were erased' USING ERRCODE = '40001';
    END IF;
  END IF;
  PERFORM FROM (SELECT sender_sender[i] AS "sender", sender_version[i] AS "version" FROM ROWS FROM (generate_series(1, cardinality(sender_sender))) AS number (i)) AS seen
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
  INSERT INTO giliran_booking (code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, notice_at, waiting_turn, live_until, record)
    SELECT code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, notice_at, waiting_turn, live_until, record FROM (SELECT booking_known[i] AS "known", booking_code[i] AS "code", booking_office_id[i] AS "office_id", booking_date[i] AS "date", booking_window[i] AS "window", booking_pool[i] AS "pool", booking_places[i] AS "places", booking_state[i] AS "state", booking_occupies[i] AS "occupies", booking_sequence[i] AS "sequence", booking_due_at[i] AS "due_at", booking_notice_at[i] AS "notice_at", booking_waiting_turn[i] AS "waiting_turn", booking_live_until[i] AS "live_until", "record" FROM ROWS FROM (generate_series(1, cardinality(booking_known)), json_array_elements(booking_record)) AS number (i, "record")) AS new WHERE NOT known ORDER BY code;
  IF true = ANY (booking_known) THEN
    INSERT INTO giliran_booking (code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, notice_at, waiting_turn, live_until, record)
      SELECT code, office_id, date, "window", pool, places, state, occupies, sequence, due_at, notice_at, waiting_turn, live_until, record FROM (SELECT booking_known[i] AS "known", booking_code[i] AS "code", booking_office_id[i] AS "office_id", booking_date[i] AS "date", booking_window[i] AS "window", booking_pool[i] AS "pool", booking_places[i] AS "places", booking_state[i] AS "state", booking_occupies[i] AS "occupies", booking_sequence[i] AS "sequence", booking_due_at[i] AS "due_at", booking_notice_at[i] AS "notice_at", booking_waiting_turn[i] AS "waiting_turn", booking_live_until[i] AS "live_until", "record" FROM ROWS FROM (generate_series(1, cardinality(booking_known)), json_array_elements(booking_record)) AS number (i, "record")) AS new WHERE known
      ON CONFLICT (code) DO UPDATE SET office_id = excluded.office_id, date = excluded.date,
        "window" = excluded."window", pool = excluded.pool, places = excluded.places, state = excluded.state,
        occupies = excluded.occupies, sequence = excluded.sequence, due_at = excluded.due_at,
        notice_at = excluded.notice_at, waiting_turn = excluded.waiting_turn, live_until = excluded.live_until,
        record = excluded.record;
  END IF;
  INSERT INTO giliran_answer (key, at, record) SELECT * FROM (SELECT answer_key[i] AS "key", answer_at[i] AS "at", "record" FROM ROWS FROM (generate_series(1, cardinality(answer_key)), json_array_elements(answer_record)) AS number (i, "record")) AS new ORDER BY key;
END $$;
CREATE TABLE first_layout.giliran_answer (
    key text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    record json NOT NULL
);
CREATE TABLE first_layout.giliran_booking (
    code text NOT NULL COLLATE pg_catalog."C",
    office_id text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    "window" text NOT NULL COLLATE pg_catalog."C",
    pool text NOT NULL COLLATE pg_catalog."C",
    places integer NOT NULL,
    state text NOT NULL COLLATE pg_catalog."C",
    occupies boolean NOT NULL,
    sequence integer,
    due_at bigint,
    notice_at bigint,
    waiting_turn integer,
    live_until bigint,
    record json NOT NULL,
    CONSTRAINT giliran_booking_places_check CHECK ((places > 0))
);
CREATE TABLE first_layout.giliran_day (
    office_id text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    decided_at bigint NOT NULL,
    record json
);
CREATE TABLE first_layout.giliran_owner (
    kind text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    turn integer NOT NULL,
    code text COLLATE pg_catalog."C",
    CONSTRAINT giliran_owner_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'sender'::text])))
);
CREATE TABLE first_layout.giliran_place_count (
    office_id text NOT NULL COLLATE pg_catalog."C",
    date text NOT NULL COLLATE pg_catalog."C",
    "window" text NOT NULL COLLATE pg_catalog."C",
    pool text NOT NULL COLLATE pg_catalog."C",
    taken integer NOT NULL,
    ceiling integer NOT NULL,
    CONSTRAINT giliran_place_count_check CHECK (((taken >= 0) AND (taken <= ceiling)))
);
CREATE TABLE first_layout.giliran_schema (
    version integer NOT NULL
);
CREATE TABLE first_layout.giliran_sender (
    sender text NOT NULL COLLATE pg_catalog."C",
    version bigint NOT NULL,
    last_message_at bigint NOT NULL,
    record json NOT NULL
);
INSERT INTO first_layout.giliran_answer VALUES
	('p-md76fMh0Vhx3Rv11ge', 1502060400000, '{"key":"p-md76fMh0Vhx3Rv11ge","fingerprint":"6aNcZKOhMcLSd87KYZF3","action":"hold","at":1502060400000,"booking":{"code":"T5ZPZNQY","changes":1,"state":"held","expiresAt":1502062200000,"notices":[{"kind":"hold-lapsing","at":1502061600000}]}}'),
	('QmB8UTZJRqv3t6CRJ4hv', 1502060400000, '{"key":"QmB8UTZJRqv3t6CRJ4hv","fingerprint":"9sLbqOTPRB67RRvaLLBF","action":"confirm","at":1502060400000,"booking":{"code":"T5ZPZNQY","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0800-01"},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502066700000,"admittedUntil":1502070000000}}'),
	('ySVg-eKeTniZeU0McCqO', 1502060400000, '{"key":"ySVg-eKeTniZeU0McCqO","fingerprint":"n1RGV191yU2Gxsuup9ZE","action":"hold","at":1502060400000,"booking":{"code":"GZF2RCJ6","changes":1,"state":"held","expiresAt":1502062200000,"notices":[{"kind":"hold-lapsing","at":1502061600000}]}}'),
	('wR1uCK5cT9TAGmKT4ZBZ', 1502060400000, '{"key":"wR1uCK5cT9TAGmKT4ZBZ","fingerprint":"QsbECqMGlr9NtGcEjhte","action":"confirm","at":1502060400000,"booking":{"code":"GZF2RCJ6","changes":2,"state":"confirmed","sequence":2,"queueNumber":"0800-02"},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502066700000,"admittedUntil":1502070000000}}'),
	('J2sMDOwIR6iPqSX_pJrl', 1502060400000, '{"key":"J2sMDOwIR6iPqSX_pJrl","fingerprint":"jiVyB7S0iJGRmeIDEhcZ","action":"hold","at":1502060400000,"booking":{"code":"G2MZ7TWM","changes":1,"state":"held","expiresAt":1502062200000}}'),
	('H6pa33C2lGLvP4ccCh9C', 1502064600000, '{"key":"H6pa33C2lGLvP4ccCh9C","fingerprint":"RBA9rHmXJCO59qD4SKxH","action":"hold","at":1502064600000,"booking":{"code":"GVN2QQMT","changes":1,"state":"held","askedPool":"general","expiresAt":1502066400000,"notices":[{"kind":"hold-lapsing","at":1502065800000}]}}'),
	('6UVQZStM72tro7vPAOGX', 1502064600000, '{"key":"6UVQZStM72tro7vPAOGX","fingerprint":"V-BGkKTN6v-SpvgKjwDP","action":"confirm","at":1502064600000,"booking":{"code":"GVN2QQMT","changes":2,"state":"confirmed","sequence":3,"queueNumber":"0800-03","askedPool":"general"},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502066700000,"admittedUntil":1502070000000}}'),
	('zu8vSOhxLDQOEjYR36KJ', 1502074800000, '{"key":"zu8vSOhxLDQOEjYR36KJ","fingerprint":"qetLy4BZlGUw4Xqwe3qc","action":"hold","at":1502074800000,"booking":{"code":"PCNZ7JGW","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('PkS0HIIxsruWK0GYJEpc', 1502074800000, '{"key":"PkS0HIIxsruWK0GYJEpc","fingerprint":"BfrqEV7xbHcebG-_isIZ","action":"confirm","at":1502074800000,"booking":{"code":"PCNZ7JGW","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502154000000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502157600000,"admittedUntil":1502161200000}}'),
	('_p8YXS6QIXkA6kdJemMt', 1502074800000, '{"key":"_p8YXS6QIXkA6kdJemMt","fingerprint":"-Qc5Wh39aKDXz04xGMMG","action":"joinWaitingList","at":1502074800000,"booking":{"code":"4893MNKJ","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502157600000,"end":1502161200000,"pool":"general","turn":1,"expiresAt":1502157600000},"position":1}'),
	('Z-DRPNPr3puSPcoFu1W5', 1502074800000, '{"key":"Z-DRPNPr3puSPcoFu1W5","fingerprint":"tCLRyAvSsxyFZYOMTJ6y","action":"hold","at":1502074800000,"booking":{"code":"CWPLJ9ZM","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('BDEFHs2vHeDbXzEqtuAW', 1502074800000, '{"key":"BDEFHs2vHeDbXzEqtuAW","fingerprint":"S27C-019er_WmG9RXEXM","action":"confirm","at":1502074800000,"booking":{"code":"CWPLJ9ZM","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0800-01","notices":[{"kind":"reminder","at":1502154000000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502239500000,"admittedUntil":1502242800000}}'),
	('ux26KYvkVqLYSc4atexE', 1502074800000, '{"key":"ux26KYvkVqLYSc4atexE","fingerprint":"HiLyCfAj4k2bPvbujdnR","action":"hold","at":1502074800000,"booking":{"code":"28PDJXMQ","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('NNjU65coos9hwLJmc9AD', 1502074800000, '{"key":"NNjU65coos9hwLJmc9AD","fingerprint":"yyJM47Q9DzgjkwqoXXLy","action":"confirm","at":1502074800000,"booking":{"code":"28PDJXMQ","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0830-01","notices":[{"kind":"reminder","at":1502155800000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502241300000,"admittedUntil":1502244600000}}'),
	('wjVIPK30po8iNdCBybhM', 1502074800000, '{"key":"wjVIPK30po8iNdCBybhM","fingerprint":"hJLij1jr-XdGqduLoWQw","action":"hold","at":1502074800000,"booking":{"code":"TNK8LWQQ","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('501nEU0S_RrC2LQJp3VX', 1502074800000, '{"key":"501nEU0S_RrC2LQJp3VX","fingerprint":"HOGDrK5kv9P9rP4e_SUS","action":"confirm","at":1502074800000,"booking":{"code":"TNK8LWQQ","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0930-01","notices":[{"kind":"reminder","at":1502159400000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502244900000,"admittedUntil":1502248200000}}'),
	('axBL6uJMV5f28QKQ9-cy', 1502074800000, '{"key":"axBL6uJMV5f28QKQ9-cy","fingerprint":"7km4eGBRaew3h18s29T5","action":"hold","at":1502074800000,"booking":{"code":"87M7K5FQ","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('64oPenFlTvszEvpLcQpG', 1502074800000, '{"key":"64oPenFlTvszEvpLcQpG","fingerprint":"Ad1Wcm828uKigL5GVwCq","action":"confirm","at":1502074800000,"booking":{"code":"87M7K5FQ","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0800-01","notices":[{"kind":"reminder","at":1502240400000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502325900000,"admittedUntil":1502329200000}}'),
	('x6G3NRAOc__Ov4UUOimd', 1502074800000, '{"key":"x6G3NRAOc__Ov4UUOimd","fingerprint":"XmHUo20hbwS5VyEWhur5","action":"hold","at":1502074800000,"booking":{"code":"YWY2KGH8","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('lOVpibd9yLRDCrIvbAty', 1502074800000, '{"key":"lOVpibd9yLRDCrIvbAty","fingerprint":"7G5wuAr36NNFZUH2gBVK","action":"confirm","at":1502074800000,"booking":{"code":"YWY2KGH8","changes":2,"state":"confirmed","sequence":2,"queueNumber":"0800-02","notices":[{"kind":"reminder","at":1502240400000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502325900000,"admittedUntil":1502329200000}}'),
	('IVSTgoAaLfLHmPTdCpOG', 1502074800000, '{"key":"IVSTgoAaLfLHmPTdCpOG","fingerprint":"f9NifyMKFjDwqNJANSw4","action":"hold","at":1502074800000,"booking":{"code":"XV2GHHDN","changes":1,"state":"held","expiresAt":1502076600000,"notices":[{"kind":"hold-lapsing","at":1502076000000}]}}'),
	('TYeLE3dv0kEhJpv8-XVu', 1502074800000, '{"key":"TYeLE3dv0kEhJpv8-XVu","fingerprint":"WRR7UTn-EX6uyC0V1YTx","action":"confirm","at":1502074800000,"booking":{"code":"XV2GHHDN","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502244000000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502329500000,"admittedUntil":1502332800000}}'),
	('vCmgdyf-y9T4uwbD-iCr', 1502074800000, '{"key":"vCmgdyf-y9T4uwbD-iCr","fingerprint":"DvzM0LE4_lUE87RuDHb3","action":"hold","at":1502074800000,"booking":{"code":"XNHDW2X2","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('G6J1NuGfzXFzFEleOiYb', 1502074800000, '{"key":"G6J1NuGfzXFzFEleOiYb","fingerprint":"meyVhLUeqUCvgsF3a8-G","action":"confirm","at":1502074800000,"booking":{"code":"XNHDW2X2","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502326800000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502330400000,"admittedUntil":1502334000000}}'),
	('3nzk5x6ws4yomOvtCUln', 1502074800000, '{"key":"3nzk5x6ws4yomOvtCUln","fingerprint":"GtQxTvMVfZdgC4wP6Lx9","action":"joinWaitingList","at":1502074800000,"booking":{"code":"G73DGLCB","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502330400000,"end":1502334000000,"pool":"general","turn":1,"expiresAt":1502330400000},"position":1}'),
	('U9buhSyKy2RbhIy2sluH', 1502074800000, '{"key":"U9buhSyKy2RbhIy2sluH","fingerprint":"qLzO5o8K2yQJsqZxonOe","action":"hold","at":1502074800000,"booking":{"code":"RHLPB884","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('PXGDqjL46G-Nko_smy0v', 1502074800000, '{"key":"PXGDqjL46G-Nko_smy0v","fingerprint":"z0iY4D3ng_9kXg-0l6f1","action":"confirm","at":1502074800000,"booking":{"code":"RHLPB884","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502413200000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502416800000,"admittedUntil":1502420400000}}'),
	('_xL-SkEnEmqMWAYJ7gkK', 1502074800000, '{"key":"_xL-SkEnEmqMWAYJ7gkK","fingerprint":"JlAFmi06rrWagkS7ICar","action":"hold","at":1502074800000,"booking":{"code":"CVXS8Y5Y","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('BIKzRoGzgckF7bx8joj_', 1502074800000, '{"key":"BIKzRoGzgckF7bx8joj_","fingerprint":"YuVn-LbCFFlX2v9IAwoE","action":"confirm","at":1502074800000,"booking":{"code":"CVXS8Y5Y","changes":2,"state":"confirmed","sequence":2,"queueNumber":"0900-02","notices":[{"kind":"reminder","at":1502413200000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502416800000,"admittedUntil":1502420400000}}'),
	('GYWW0t4icqPXlD-D1Rww', 1502074800000, '{"key":"GYWW0t4icqPXlD-D1Rww","fingerprint":"WlPczFFEvK-hdlaUT6T7","action":"hold","at":1502074800000,"booking":{"code":"S7NF6TJR","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('yjRrumpCpkNnR1Y_GJp2', 1502074800000, '{"key":"yjRrumpCpkNnR1Y_GJp2","fingerprint":"C9snOgnT7J_hF6UEMWek","action":"confirm","at":1502074800000,"booking":{"code":"S7NF6TJR","changes":2,"state":"confirmed","sequence":3,"queueNumber":"0900-03","notices":[{"kind":"reminder","at":1502413200000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502416800000,"admittedUntil":1502420400000}}'),
	('-wn6wvm3y8PL06_oHhZA', 1502074800000, '{"key":"-wn6wvm3y8PL06_oHhZA","fingerprint":"nZNlj_UojGqij9Kqg9kz","action":"hold","at":1502074800000,"booking":{"code":"V5KP5HZX","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('zp_sz4KYVIp44qaXQAW2', 1502074800000, '{"key":"zp_sz4KYVIp44qaXQAW2","fingerprint":"dckVSjvPJzQLjz_DkdLi","action":"confirm","at":1502074800000,"booking":{"code":"V5KP5HZX","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502499600000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502503200000,"admittedUntil":1502506800000}}'),
	('C29eTIUitERSX4MgmHh3', 1502074800000, '{"key":"C29eTIUitERSX4MgmHh3","fingerprint":"qwY0-7c6UUXJ6lohuK1v","action":"hold","at":1502074800000,"booking":{"code":"PCYJBKCX","changes":1,"state":"held","expiresAt":1502076600000}}'),
	('Z_1OZPxRFCmp8m7FXXav', 1502074800000, '{"key":"Z_1OZPxRFCmp8m7FXXav","fingerprint":"fHiMs5FlnF69vYbArCPH","action":"confirm","at":1502074800000,"booking":{"code":"PCYJBKCX","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502672400000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Timur II","timeZone":"Asia/Jakarta","arriveBy":1502676000000,"admittedUntil":1502679600000}}'),
	('8pzZXYoo2Q388b-UMOIY', 1502074800000, '{"key":"8pzZXYoo2Q388b-UMOIY","fingerprint":"X2NtPerT1M3IQedIsvWV","action":"joinWaitingList","at":1502074800000,"booking":{"code":"QYFG6MH4","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","turn":1,"expiresAt":1502416800000},"position":1}'),
	('rdTY6ot9ESgBeLtOTSjX', 1502074800000, '{"key":"rdTY6ot9ESgBeLtOTSjX","fingerprint":"eXDhX-VkRvHBGvjC6gF0","action":"joinWaitingList","at":1502074800000,"booking":{"code":"RHL5PPWS","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","turn":2,"expiresAt":1502416800000},"position":2}'),
	('7O30cQlpI-TsrQPGq2Of', 1502074800000, '{"key":"7O30cQlpI-TsrQPGq2Of","fingerprint":"HpMZeM20zhTXnb5y93yU","action":"joinWaitingList","at":1502074800000,"booking":{"code":"QVG4FZ2L","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","turn":3,"expiresAt":1502416800000,"replaces":"V5KP5HZX"},"position":3}'),
	('aU_mswBDkAzsUIy2kZ0Z', 1502074800000, '{"key":"aU_mswBDkAzsUIy2kZ0Z","fingerprint":"szVqaLnHO1-WByAseort","action":"joinWaitingList","at":1502074800000,"booking":{"code":"46WV355P","changes":1,"state":"waiting","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","turn":4,"expiresAt":1502416800000,"prefer":"09:00"},"position":4}'),
	('RD-GgdZbg57tepy2DzrY', 1502076000000, '{"key":"RD-GgdZbg57tepy2DzrY","fingerprint":"_ZV__ndUC16tV8RpI356","action":"hold","at":1502076000000,"booking":{"code":"BBFBN4M5","changes":1,"state":"held","expiresAt":1502077800000,"notices":[{"kind":"hold-lapsing","at":1502077200000}]}}'),
	('E6leTVFhG21ddWC7sg7Z', 1502076000000, '{"key":"E6leTVFhG21ddWC7sg7Z","fingerprint":"KZlh8BNcEdt849Cgtm1g","action":"hold","at":1502076000000,"booking":{"code":"JNQH65RC","changes":1,"state":"held","heldSince":1502076000000,"notices":[{"kind":"hold-lapsing","at":1502077200000}],"expiresAt":1502077800000},"replaced":{"state":"cancelled","replacedBy":"JNQH65RC","coolsUntil":1502077439049,"code":"BBFBN4M5","officeId":"jakarta-pusat","date":"2017-08-09","window":"09:00","until":"09:30","start":1502244000000,"end":1502245800000,"pool":"general","places":1,"history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502076000000,"by":"applicant"}]}}'),
	('lqXCMtRu7gkafYA9CUJP', 1502197200000, '{"key":"lqXCMtRu7gkafYA9CUJP","fingerprint":"xKokr8rbNGha2EIVTPCj","action":"cancel","at":1502197200000,"booking":{"code":"LN72TKHW","changes":3,"state":"cancelled","sequence":1,"coolsUntil":1502198957535}}'),
	('BlCXq61zKQWrnfzZMQPD', 1502076000000, '{"key":"BlCXq61zKQWrnfzZMQPD","fingerprint":"x1OU_gFCC75YLFbKKB_A","action":"confirm","at":1502076000000,"booking":{"code":"JNQH65RC","changes":2,"state":"confirmed","sequence":2,"queueNumber":"0900-02","notices":[{"kind":"reminder","at":1502244000000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502329500000,"admittedUntil":1502332800000}}'),
	('6s4aQ4aI03AuXpX6Q2DK', 1502076000000, '{"key":"6s4aQ4aI03AuXpX6Q2DK","fingerprint":"NQkaa1_3HbYz4j4QTLmy","action":"hold","at":1502076000000,"booking":{"code":"L3LQ5NJ9","changes":1,"state":"held","expiresAt":1502077800000,"notices":[{"kind":"hold-lapsing","at":1502077200000}]}}'),
	('VXVRYpgTQXLHGxGO--_m', 1502076000000, '{"key":"VXVRYpgTQXLHGxGO--_m","fingerprint":"xHfVLhyJq8Hej7q1dSVu","action":"confirm","at":1502076000000,"booking":{"code":"L3LQ5NJ9","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502157600000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502243100000,"admittedUntil":1502246400000}}'),
	('jxc9CNOcMiUgAqTRB3Qz', 1502076000000, '{"key":"jxc9CNOcMiUgAqTRB3Qz","fingerprint":"92W4SpscDlsefMfu4b2e","action":"hold","at":1502076000000,"booking":{"code":"LN72TKHW","changes":1,"state":"held","expiresAt":1502077800000,"notices":[{"kind":"hold-lapsing","at":1502077200000}]}}'),
	('nkW4bVVEK5bxtOYFl8Lg', 1502076000000, '{"key":"nkW4bVVEK5bxtOYFl8Lg","fingerprint":"7G4_heWXmCXmS9bLuHRl","action":"confirm","at":1502076000000,"booking":{"code":"LN72TKHW","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0800-01","notices":[{"kind":"reminder","at":1502326800000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502412300000,"admittedUntil":1502415600000}}'),
	('bT6x6Ys5ueWrVyAgKhsL', 1502076000000, '{"key":"bT6x6Ys5ueWrVyAgKhsL","fingerprint":"QF9PAOvrROzlOBxPD8eV","action":"hold","at":1502076000000,"booking":{"code":"K9FKK6YG","changes":1,"state":"held","expiresAt":1502077800000,"notices":[{"kind":"hold-lapsing","at":1502077200000}]}}'),
	('5bkFWJqca0nxrQNM-vc8', 1502076000000, '{"key":"5bkFWJqca0nxrQNM-vc8","fingerprint":"9fkU1A0eQAATzmqezMJ9","action":"confirm","at":1502076000000,"booking":{"code":"K9FKK6YG","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0830-01","notices":[{"kind":"reminder","at":1502242200000}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502327700000,"admittedUntil":1502331000000}}'),
	('NmWcTgiP8NajHYHDA_SX', 1502076000000, '{"key":"NmWcTgiP8NajHYHDA_SX","fingerprint":"m8fVZkeMouIHWUi2pJZC","action":"hold","at":1502076000000,"booking":{"code":"8YDJF9M3","changes":1,"state":"held","expiresAt":1502077800000}}'),
	('Tx5lpKai1OhHpr8rC1kO', 1502076000000, '{"key":"Tx5lpKai1OhHpr8rC1kO","fingerprint":"q9ml6Qv4lRB08pfI8VXE","action":"confirm","at":1502076000000,"booking":{"code":"8YDJF9M3","changes":2,"state":"confirmed","sequence":1,"queueNumber":"0800-01"},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502323200000,"admittedUntil":1502326800000}}'),
	('8UMRRY-iAFTgpuiHix21', 1502076000000, '{"key":"8UMRRY-iAFTgpuiHix21","fingerprint":"twNBe5CvUrkIivafQeYu","action":"hold","at":1502076000000,"booking":{"code":"FH6ZSCWX","changes":1,"state":"held","expiresAt":1502077800000}}'),
	('GdfRnGEvvwwHnAob5nGD', 1502076000000, '{"key":"GdfRnGEvvwwHnAob5nGD","fingerprint":"MTJMImVFb_Zn_oJOVNhP","action":"confirm","at":1502076000000,"booking":{"code":"FH6ZSCWX","changes":2,"state":"confirmed","sequence":2,"queueNumber":"0800-02"},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502323200000,"admittedUntil":1502326800000}}'),
	('4MvPORRzLsHdTCEqFYS7', 1502076000000, '{"key":"4MvPORRzLsHdTCEqFYS7","fingerprint":"bidDlhsYHiZ58eeIGZ6f","action":"hold","at":1502076000000,"booking":{"code":"9647TXGM","changes":1,"state":"held","expiresAt":1502077800000}}'),
	('DDR8Ti4XPXguAvAPu0Fk', 1502076000000, '{"key":"DDR8Ti4XPXguAvAPu0Fk","fingerprint":"bZY0Gl-RZtn4-KO5oOME","action":"confirm","at":1502076000000,"booking":{"code":"9647TXGM","changes":2,"state":"confirmed","sequence":3,"queueNumber":"0800-03"},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502323200000,"admittedUntil":1502326800000}}'),
	('wyG0AtwkQ_c-FzARhyFs', 1502076000000, '{"key":"wyG0AtwkQ_c-FzARhyFs","fingerprint":"ZQqc2F_YPF1OBMRskq_N","action":"hold","at":1502076000000,"booking":{"code":"268WHCNR","changes":1,"state":"held","expiresAt":1502077800000}}'),
	('J2IqjZIUSC1QbB2iwU7W', 1502076000000, '{"key":"J2IqjZIUSC1QbB2iwU7W","fingerprint":"QooviaDSqVJDceowTb61","action":"confirm","at":1502076000000,"booking":{"code":"268WHCNR","changes":2,"state":"confirmed","sequence":4,"queueNumber":"0800-04"},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502323200000,"admittedUntil":1502326800000}}'),
	('pQpFepa3p2ytCA03kpKV', 1502076000000, '{"key":"pQpFepa3p2ytCA03kpKV","fingerprint":"B5XE1dJpSScLgouoAFiU","action":"hold","at":1502076000000,"booking":{"code":"4VFLRP5P","changes":1,"state":"held","expiresAt":1502077800000}}'),
	('PIA2m_ovJXZfO_6Ua4BO', 1502076000000, '{"key":"PIA2m_ovJXZfO_6Ua4BO","fingerprint":"rjBhSi2l6XUOdtWaxIPF","action":"confirm","at":1502076000000,"booking":{"code":"4VFLRP5P","changes":2,"state":"confirmed","sequence":1,"queueNumber":"1300-01"},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502341200000,"admittedUntil":1502344800000}}'),
	('Jbo9GU2tBkw0Nb2ii_6p', 1502076000000, '{"key":"Jbo9GU2tBkw0Nb2ii_6p","fingerprint":"XtA5hHnN1yjNPiDXwDum","action":"reschedule","at":1502076000000,"booking":{"code":"GRCG67SW","changes":1,"state":"confirmed","sequence":1,"queueNumber":"1300-01","reschedules":0},"replaced":{"state":"cancelled","sequence":1,"replacedBy":"GRCG67SW","code":"4VFLRP5P","officeId":"kupang","date":"2017-08-10","window":"13:00","until":"14:00","start":1502341200000,"end":1502344800000,"pool":"general","places":1,"history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502076000000,"by":"staff"}]},"ticket":{"officeName":"Kantor Imigrasi Kupang – “Loket É”","timeZone":"Asia/Makassar","arriveBy":1502427600000,"admittedUntil":1502431200000}}'),
	('CMfW8qwmcp8rWqtQFwVc', 1502157600000, '{"key":"CMfW8qwmcp8rWqtQFwVc","fingerprint":"rhXIC7wch4g3HnS0N8LS","action":"reschedule","at":1502157600000,"booking":{"code":"TVHXS77S","changes":1,"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502330400000}],"reschedules":1},"replaced":{"state":"cancelled","sequence":1,"replacedBy":"TVHXS77S","coolsUntil":1502158987243,"code":"L3LQ5NJ9","officeId":"jakarta-pusat","date":"2017-08-09","window":"09:00","until":"09:30","start":1502244000000,"end":1502245800000,"pool":"general","places":1,"history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502157600000,"by":"applicant"}]},"ticket":{"officeName":"Kantor Imigrasi Jakarta Pusat","address":"Jl. Merpati Blok B-12 No. 3","timeZone":"Asia/Jakarta","arriveBy":1502415900000,"admittedUntil":1502419200000}}'),
	('151Km8w-c9NUr9U7syMH', 1502233200000, '{"key":"151Km8w-c9NUr9U7syMH","fingerprint":"zoDYMTZNZ697OvtWJzNl","action":"hold","at":1502233200000,"booking":{"code":"9PYMZPQC","changes":1,"state":"held","expiresAt":1502235000000,"notices":[{"kind":"hold-lapsing","at":1502234400000}]}}'),
	('G6DjPt3TcnvwUHm8ZvNX', 1502234100000, '{"key":"G6DjPt3TcnvwUHm8ZvNX","fingerprint":"FDcKtOyHQun9H5Z_QjtE","action":"hold","at":1502234100000,"booking":{"code":"WFYYJ8LY","changes":1,"state":"held","expiresAt":1502235900000,"notices":[{"kind":"hold-lapsing","at":1502235300000}]}}'),
	('h6uwt9BgjnZBeLkP6R1c', 1502235300000, '{"key":"h6uwt9BgjnZBeLkP6R1c","fingerprint":"AYRyJAoOW8E3n61P64EF","action":"hold","at":1502235300000,"booking":{"code":"XGC6VR7T","changes":1,"state":"held","expiresAt":1502237100000,"notices":[{"kind":"hold-lapsing","at":1502236500000}]}}'),
	('8Z8LZ5i6hMah5bY_NcDt', 1502236200000, '{"key":"8Z8LZ5i6hMah5bY_NcDt","fingerprint":"4_yQ5JbFa-C9bpIjqF5d","action":"extend","at":1502236200000,"booking":{"code":"XGC6VR7T","changes":2,"state":"held","expiresAt":1502238000000,"notices":[{"kind":"hold-lapsing","at":1502237400000}]}}'),
	('0Pb_53X6QZ7RtAlT3GoX', 1502236200000, '{"key":"0Pb_53X6QZ7RtAlT3GoX","fingerprint":"tHVaAFq74ZXFrKjBnVow","action":"cancel","at":1502236200000,"booking":{"code":"K9FKK6YG","changes":3,"state":"cancelled","sequence":1,"coolsUntil":1502237402158}}'),
	('WpHHoc7XyD5Mnbck2DLd', 1502236200000, '{"key":"WpHHoc7XyD5Mnbck2DLd","fingerprint":"QsOXM9PVFiaWRppXJC2J","action":"hold","at":1502236200000,"booking":{"code":"PSPVYT6K","changes":1,"state":"held","expiresAt":1502238000000,"notices":[{"kind":"hold-lapsing","at":1502237400000}]}}'),
	('-yShuyP1KN1_q_CasQbh', 1502236500000, '{"key":"-yShuyP1KN1_q_CasQbh","fingerprint":"VK_vKccc7tuodvsuEct9","action":"cancel","at":1502236500000,"booking":{"code":"XNHDW2X2","changes":3,"state":"cancelled","sequence":1}}');
INSERT INTO first_layout.giliran_booking VALUES
	('GZF2RCJ6', 'jakarta-pusat', '2017-08-07', '08:00', 'general', 1, 'confirmed', true, 2, NULL, NULL, NULL, 1502069400000, '{"state":"confirmed","sequence":2,"queueNumber":"0800-02","code":"GZF2RCJ6","officeId":"jakarta-pusat","date":"2017-08-07","window":"08:00","until":"08:30","start":1502067600000,"end":1502069400000,"pool":"general","places":1,"people":[{"key":"wn2j3PTKsHkVSucJhdqd","details":{"name":"Bagus","birthDate":"1951-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Bagus","history":[{"what":"held","at":1502060400000,"by":"applicant"},{"what":"confirmed","at":1502060400000,"by":"applicant"}]}'),
	('GVN2QQMT', 'jakarta-pusat', '2017-08-07', '08:00', 'priority', 1, 'confirmed', true, 3, NULL, NULL, NULL, 1502069400000, '{"state":"confirmed","sequence":3,"queueNumber":"0800-03","code":"GVN2QQMT","officeId":"jakarta-pusat","date":"2017-08-07","window":"08:00","until":"08:30","start":1502067600000,"end":1502069400000,"pool":"priority","places":1,"people":[{"key":"cEzvwURJ7PU89JgLebY7","details":{"name":"Nur","birthDate":"1953-08-17","purpose":"paspor, 48 halaman"}}],"askedPool":"general","sender":"wa:62812-Nur","history":[{"what":"held","at":1502064600000,"by":"applicant"},{"what":"confirmed","at":1502064600000,"by":"applicant"}]}'),
	('T5ZPZNQY', 'jakarta-pusat', '2017-08-07', '08:00', 'general', 1, 'confirmed', true, 1, NULL, NULL, NULL, 1502069400000, '{"usedAt":1502067900000,"state":"confirmed","sequence":1,"queueNumber":"0800-01","code":"T5ZPZNQY","officeId":"jakarta-pusat","date":"2017-08-07","window":"08:00","until":"08:30","start":1502067600000,"end":1502069400000,"pool":"general","places":1,"people":[{"key":"iWs3pyBtuvCTUzyYSJp5","details":{"name":"Ayu","birthDate":"1950-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Ayu","history":[{"what":"held","at":1502060400000,"by":"applicant"},{"what":"confirmed","at":1502060400000,"by":"applicant"}]}'),
	('28PDJXMQ', 'jakarta-pusat', '2017-08-09', '08:30', 'general', 1, 'confirmed', true, 1, NULL, 1502161200000, NULL, 1502244000000, '{"notices":[{"kind":"reminder","at":1502155800000,"leasedUntil":1502161200000}],"state":"confirmed","sequence":1,"queueNumber":"0830-01","code":"28PDJXMQ","officeId":"jakarta-pusat","date":"2017-08-09","window":"08:30","until":"09:00","start":1502242200000,"end":1502244000000,"pool":"general","places":1,"people":[{"key":"Ox4C7tbGL3pk3bFB4Eae","details":{"name":"Lestari","birthDate":"1959-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Lestari","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('4893MNKJ', 'jakarta-timur-2', '2017-08-08', '09:00', 'general', 1, 'lapsed', false, NULL, NULL, NULL, NULL, NULL, '{"state":"lapsed","code":"4893MNKJ","officeId":"jakarta-timur-2","date":"2017-08-08","window":"09:00","until":"10:00","start":1502157600000,"end":1502161200000,"pool":"general","places":1,"people":[{"key":"bvzt_JaUUos6vVU4Zg9c","details":{"name":"Endah","birthDate":"1957-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Endah","history":[{"what":"waiting","at":1502074800000,"by":"applicant"},{"what":"lapsed","at":1502157600000,"by":"system"}]}'),
	('PCNZ7JGW', 'jakarta-timur-2', '2017-08-08', '09:00', 'general', 3, 'confirmed', true, 1, NULL, NULL, NULL, 1502161200000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","code":"PCNZ7JGW","officeId":"jakarta-timur-2","date":"2017-08-08","window":"09:00","until":"10:00","start":1502157600000,"end":1502161200000,"pool":"general","places":3,"people":[{"key":"N-q5IrJOrUNaWaVqWau0","details":{"name":"Damar","birthDate":"1954-08-17","purpose":"paspor, 48 halaman"}},{"key":"fOVkx3lJeR2OaSGW79jl","details":{"name":"Danu","birthDate":"1955-08-17","purpose":"paspor, 48 halaman"}},{"key":"m-yxpxPcXSGFJS3cnsv9","details":{"name":"Dian","birthDate":"1956-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Damar","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('CWPLJ9ZM', 'jakarta-pusat', '2017-08-09', '08:00', 'general', 1, 'confirmed', true, 1, NULL, NULL, NULL, 1502242200000, '{"state":"confirmed","sequence":1,"queueNumber":"0800-01","code":"CWPLJ9ZM","officeId":"jakarta-pusat","date":"2017-08-09","window":"08:00","until":"08:30","start":1502240400000,"end":1502242200000,"pool":"general","places":1,"people":[{"key":"i8qB5MVlZmrPS8IDXnTY","details":{"name":"Citra","birthDate":"1958-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Citra","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('G2MZ7TWM', 'kupang', '2017-08-08', '08:00', 'general', 1, 'lapsed', false, NULL, NULL, NULL, NULL, NULL, '{"state":"lapsed","code":"G2MZ7TWM","officeId":"kupang","date":"2017-08-08","window":"08:00","until":"09:00","start":1502150400000,"end":1502154000000,"pool":"general","places":1,"people":[{"key":"HCWfAFzjO64l7RNrVNTC","details":{"name":"Cahyo","birthDate":"1952-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Cahyo","history":[{"what":"held","at":1502060400000,"by":"applicant"},{"what":"lapsed","at":1502168400000,"by":"system"}]}'),
	('TNK8LWQQ', 'jakarta-pusat', '2017-08-09', '09:30', 'general', 1, 'confirmed', true, 1, NULL, 1502237340000, NULL, 1502247600000, '{"notices":[{"kind":"reminder","at":1502159400000,"leasedUntil":1502237340000}],"state":"confirmed","sequence":1,"queueNumber":"0930-01","code":"TNK8LWQQ","officeId":"jakarta-pusat","date":"2017-08-09","window":"09:30","until":"10:00","start":1502245800000,"end":1502247600000,"pool":"general","places":1,"people":[{"key":"_wKshSVQ3CLsIdSkowaI","details":{"name":"Nia","birthDate":"1960-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Nia","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('87M7K5FQ', 'jakarta-pusat', '2017-08-10', '08:00', 'general', 1, 'confirmed', true, 1, NULL, 1502240400000, NULL, 1502328600000, '{"state":"confirmed","sequence":1,"queueNumber":"0800-01","notices":[{"kind":"reminder","at":1502240400000}],"code":"87M7K5FQ","officeId":"jakarta-pusat","date":"2017-08-10","window":"08:00","until":"08:30","start":1502326800000,"end":1502328600000,"pool":"general","places":1,"people":[{"key":"fEIGmPRsbI-p0n1rkujP","details":{"name":"Dewi","birthDate":"1961-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812 the two","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('YWY2KGH8', 'jakarta-pusat', '2017-08-10', '08:00', 'general', 1, 'confirmed', true, 2, NULL, 1502240400000, NULL, 1502328600000, '{"state":"confirmed","sequence":2,"queueNumber":"0800-02","notices":[{"kind":"reminder","at":1502240400000}],"code":"YWY2KGH8","officeId":"jakarta-pusat","date":"2017-08-10","window":"08:00","until":"08:30","start":1502326800000,"end":1502328600000,"pool":"general","places":1,"people":[{"key":"u6zyVG-EMlfrdp8ZCgWE","details":{"name":"Eko","birthDate":"1962-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812 the two","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('XV2GHHDN', 'jakarta-pusat', '2017-08-10', '09:00', 'priority', 1, 'confirmed', true, 1, NULL, 1502244000000, NULL, 1502332200000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502244000000}],"code":"XV2GHHDN","officeId":"jakarta-pusat","date":"2017-08-10","window":"09:00","until":"09:30","start":1502330400000,"end":1502332200000,"pool":"priority","places":1,"people":[{"key":"d_CEKGBDAVtF2_nV_bIj","details":{"name":"Mira","birthDate":"1963-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Mira","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('RHLPB884', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'confirmed', true, 1, NULL, 1502413200000, NULL, 1502420400000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502413200000}],"code":"RHLPB884","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"G9UeyTlDhqgJrugSWTTs","details":{"name":"Gilang","birthDate":"1968-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Gilang","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('CVXS8Y5Y', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'confirmed', true, 2, NULL, 1502413200000, NULL, 1502420400000, '{"state":"confirmed","sequence":2,"queueNumber":"0900-02","notices":[{"kind":"reminder","at":1502413200000}],"code":"CVXS8Y5Y","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"D66e9_0Wd71ZhZ6h3eKQ","details":{"name":"Hesti","birthDate":"1969-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Hesti","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('S7NF6TJR', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'confirmed', true, 3, NULL, 1502413200000, NULL, 1502420400000, '{"state":"confirmed","sequence":3,"queueNumber":"0900-03","notices":[{"kind":"reminder","at":1502413200000}],"code":"S7NF6TJR","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"knjbHPnDwE0fUsF_rT4k","details":{"name":"Indra","birthDate":"1970-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Indra","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"}]}'),
	('QYFG6MH4', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'waiting', false, NULL, 1502416800000, NULL, 1, 1502420400000, '{"state":"waiting","code":"QYFG6MH4","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"RmfqOXlw7c8T21_-Z6-L","details":{"name":"Joko","birthDate":"1972-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Joko","turn":1,"expiresAt":1502416800000,"history":[{"what":"waiting","at":1502074800000,"by":"applicant"}]}'),
	('XNHDW2X2', 'jakarta-timur-2', '2017-08-10', '09:00', 'general', 3, 'cancelled', false, 1, NULL, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"code":"XNHDW2X2","officeId":"jakarta-timur-2","date":"2017-08-10","window":"09:00","until":"10:00","start":1502330400000,"end":1502334000000,"pool":"general","places":3,"people":[{"key":"cqMxhYuY1-dygSNxlOCJ","details":{"name":"Fajar","birthDate":"1964-08-17","purpose":"paspor, 48 halaman"}},{"key":"I6OE342bX_39CNztWhko","details":{"name":"Gita","birthDate":"1965-08-17","purpose":"paspor, 48 halaman"}},{"key":"7QRREOoKR6csT81b0_3y","details":{"name":"Hadi","birthDate":"1966-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Fajar","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"},{"what":"cancelled","at":1502236500000,"by":"applicant"}]}'),
	('G73DGLCB', 'jakarta-timur-2', '2017-08-10', '09:00', 'general', 1, 'held', true, NULL, 1502238300000, 1502236500000, NULL, 1502334000000, '{"state":"held","turn":1,"expiresAt":1502238300000,"notices":[{"kind":"offer","at":1502236500000}],"code":"G73DGLCB","officeId":"jakarta-timur-2","date":"2017-08-10","window":"09:00","until":"10:00","start":1502330400000,"end":1502334000000,"pool":"general","places":1,"people":[{"key":"efkUfw7cPHIJjgdgPsWT","details":{"name":"Putra","birthDate":"1967-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Putra","history":[{"what":"waiting","at":1502074800000,"by":"applicant"},{"what":"held","at":1502236500000,"by":"system"}]}'),
	('RHL5PPWS', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 2, 'waiting', false, NULL, 1502416800000, NULL, 2, 1502420400000, '{"state":"waiting","code":"RHL5PPWS","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":2,"people":[{"key":"Q8a3KDGaoTtbnqZe2rHe","details":{"name":"Kiki","birthDate":"1973-08-17","purpose":"paspor, 48 halaman"}},{"key":"RSzRTSy-0af2Eg2jT3th","details":{"name":"Lina","birthDate":"1974-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Kiki","turn":2,"expiresAt":1502416800000,"history":[{"what":"waiting","at":1502074800000,"by":"applicant"}]}'),
	('46WV355P', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'waiting', false, NULL, 1502416800000, NULL, 4, 1502420400000, '{"state":"waiting","code":"46WV355P","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"ZsrS1_7-oR_WxzMPWdej","details":{"name":"Mega","birthDate":"1975-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Mega","turn":4,"expiresAt":1502416800000,"prefer":"09:00","history":[{"what":"waiting","at":1502074800000,"by":"applicant"}]}'),
	('JNQH65RC', 'jakarta-pusat', '2017-08-10', '09:00', 'general', 1, 'confirmed', true, 2, NULL, 1502244000000, NULL, 1502332200000, '{"state":"confirmed","sequence":2,"queueNumber":"0900-02","notices":[{"kind":"reminder","at":1502244000000}],"code":"JNQH65RC","officeId":"jakarta-pusat","date":"2017-08-10","window":"09:00","until":"09:30","start":1502330400000,"end":1502332200000,"pool":"general","places":1,"people":[{"key":"l-ti1Uo6hIiVr4MUCKyK","details":{"name":"Oki","birthDate":"1976-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Oki","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"}]}'),
	('9647TXGM', 'kupang', '2017-08-10', '08:00', 'general', 1, 'confirmed', true, 3, NULL, NULL, NULL, 1502326800000, '{"state":"confirmed","sequence":3,"queueNumber":"0800-03","code":"9647TXGM","officeId":"kupang","date":"2017-08-10","window":"08:00","until":"09:00","start":1502323200000,"end":1502326800000,"pool":"general","places":1,"people":[{"key":"TlHPY8Z_qbhFmgtSoGFv","details":{"name":"Álvaro \"Alv\" O''Neil\nbin {Ali} ☂","vip":true}}],"sender":"tg:☂ ''quoted'' \\ {x}","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"}]}'),
	('268WHCNR', 'kupang', '2017-08-10', '08:00', 'general', 1, 'confirmed', true, 4, NULL, NULL, NULL, 1502326800000, '{"state":"confirmed","sequence":4,"queueNumber":"0800-04","code":"268WHCNR","officeId":"kupang","date":"2017-08-10","window":"08:00","until":"09:00","start":1502323200000,"end":1502326800000,"pool":"general","places":1,"people":[{"key":"N2KDXxvZLO5QNG0x58mi","details":{}}],"history":[{"what":"held","at":1502076000000,"by":"staff"},{"what":"confirmed","at":1502076000000,"by":"staff"}]}'),
	('BBFBN4M5', 'jakarta-pusat', '2017-08-09', '09:00', 'general', 1, 'cancelled', false, NULL, NULL, NULL, NULL, NULL, '{"state":"cancelled","replacedBy":"JNQH65RC","code":"BBFBN4M5","officeId":"jakarta-pusat","date":"2017-08-09","window":"09:00","until":"09:30","start":1502244000000,"end":1502245800000,"pool":"general","places":1,"people":[{"key":"l-ti1Uo6hIiVr4MUCKyK","details":{"name":"Oki","birthDate":"1976-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Oki","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502076000000,"by":"applicant"},{"what":"cooled","at":1502168400000,"by":"system"}]}'),
	('LN72TKHW', 'jakarta-pusat', '2017-08-11', '08:00', 'general', 1, 'cancelled', true, 1, 1502198957535, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"coolsUntil":1502198957535,"code":"LN72TKHW","officeId":"jakarta-pusat","date":"2017-08-11","window":"08:00","until":"08:30","start":1502413200000,"end":1502415000000,"pool":"general","places":1,"people":[{"key":"4mSX9L6FYOra2rxrrMxU","details":{"name":"Rani","birthDate":"1978-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Rani","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502197200000,"by":"applicant"}]}'),
	('8YDJF9M3', 'kupang', '2017-08-10', '08:00', 'general', 1, 'cancelled', false, 1, NULL, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"code":"8YDJF9M3","officeId":"kupang","date":"2017-08-10","window":"08:00","until":"09:00","start":1502323200000,"end":1502326800000,"pool":"general","places":1,"people":[],"history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502200800000,"by":"system"},{"what":"erased","at":1502200800000,"by":"system"}]}'),
	('FH6ZSCWX', 'kupang', '2017-08-10', '08:00', 'general', 2, 'confirmed', true, 2, NULL, NULL, NULL, 1502326800000, '{"state":"confirmed","sequence":2,"queueNumber":"0800-02","code":"FH6ZSCWX","officeId":"kupang","date":"2017-08-10","window":"08:00","until":"09:00","start":1502323200000,"end":1502326800000,"pool":"general","places":2,"people":[{"key":"TkZOalRh6LHEfJbUok8Q","details":{"name":"Zainab","birthDate":"1982-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Zainab","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"erased","at":1502200800000,"by":"system"}]}'),
	('QVG4FZ2L', 'jakarta-timur-2', '2017-08-11', '09:00', 'general', 1, 'waiting', false, NULL, 1502416800000, NULL, 3, 1502420400000, '{"state":"waiting","code":"QVG4FZ2L","officeId":"jakarta-timur-2","date":"2017-08-11","window":"09:00","until":"10:00","start":1502416800000,"end":1502420400000,"pool":"general","places":1,"people":[{"key":"-k3L7CEzY8V4KT0UHfJP","details":{"name":"Wawan","birthDate":"1971-08-17","purpose":"paspor, 48 halaman"}}],"sender":"tg:Wawan ☂","turn":3,"expiresAt":1502416800000,"replaces":"V5KP5HZX","history":[{"what":"waiting","at":1502074800000,"by":"applicant"},{"what":"handed-over","at":1502200800000,"by":"system"}]}'),
	('K9FKK6YG', 'jakarta-pusat', '2017-08-10', '08:30', 'general', 1, 'cancelled', true, 1, 1502237402158, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"coolsUntil":1502237402158,"code":"K9FKK6YG","officeId":"jakarta-pusat","date":"2017-08-10","window":"08:30","until":"09:00","start":1502328600000,"end":1502330400000,"pool":"general","places":1,"people":[{"key":"39KKI6KLbdbpgYAZ4Xye","details":{"name":"Sari","birthDate":"1979-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Sari","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502236200000,"by":"applicant"}]}'),
	('GRCG67SW', 'kupang', '2017-08-11', '13:00', 'general', 1, 'confirmed', true, 1, NULL, NULL, NULL, 1502431200000, '{"state":"confirmed","sequence":1,"queueNumber":"1300-01","code":"GRCG67SW","officeId":"kupang","date":"2017-08-11","window":"13:00","until":"14:00","start":1502427600000,"end":1502431200000,"pool":"general","places":1,"people":[{"key":"Xq4wvBJMq8LEz6AtlCir","details":{"name":"Bima","birthDate":"1983-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Bima","history":[{"what":"confirmed","at":1502076000000,"by":"staff"}],"reschedules":0}'),
	('4VFLRP5P', 'kupang', '2017-08-10', '13:00', 'general', 1, 'cancelled', false, 1, NULL, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"replacedBy":"GRCG67SW","code":"4VFLRP5P","officeId":"kupang","date":"2017-08-10","window":"13:00","until":"14:00","start":1502341200000,"end":1502344800000,"pool":"general","places":1,"people":[{"key":"Xq4wvBJMq8LEz6AtlCir","details":{"name":"Bima","birthDate":"1983-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Bima","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502076000000,"by":"staff"}]}'),
	('TVHXS77S', 'jakarta-pusat', '2017-08-11', '09:00', 'general', 1, 'confirmed', true, 1, NULL, 1502330400000, NULL, 1502418600000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502330400000}],"code":"TVHXS77S","officeId":"jakarta-pusat","date":"2017-08-11","window":"09:00","until":"09:30","start":1502416800000,"end":1502418600000,"pool":"general","places":1,"people":[{"key":"x2r5KkrF3_K8dOB7al8o","details":{"name":"Putri","birthDate":"1977-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Putri","history":[{"what":"confirmed","at":1502157600000,"by":"applicant"}],"reschedules":1}'),
	('L3LQ5NJ9', 'jakarta-pusat', '2017-08-09', '09:00', 'general', 1, 'cancelled', false, 1, NULL, NULL, NULL, NULL, '{"state":"cancelled","sequence":1,"replacedBy":"TVHXS77S","code":"L3LQ5NJ9","officeId":"jakarta-pusat","date":"2017-08-09","window":"09:00","until":"09:30","start":1502244000000,"end":1502245800000,"pool":"general","places":1,"people":[{"key":"x2r5KkrF3_K8dOB7al8o","details":{"name":"Putri","birthDate":"1977-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Putri","history":[{"what":"held","at":1502076000000,"by":"applicant"},{"what":"confirmed","at":1502076000000,"by":"applicant"},{"what":"cancelled","at":1502157600000,"by":"applicant"},{"what":"cooled","at":1502168400000,"by":"system"}]}'),
	('PCYJBKCX', 'jakarta-timur-2', '2017-08-14', '09:00', 'general', 1, 'confirmed', true, 1, NULL, 1502672400000, NULL, 1502679600000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502672400000}],"code":"PCYJBKCX","officeId":"jakarta-timur-2","date":"2017-08-14","window":"09:00","until":"10:00","start":1502676000000,"end":1502679600000,"pool":"general","places":1,"people":[{"key":"-k3L7CEzY8V4KT0UHfJP","details":{"name":"Wawan","birthDate":"1971-08-17","purpose":"paspor, 48 halaman"}}],"sender":"tg:Wawan ☂","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"},{"what":"handed-over","at":1502200800000,"by":"system"}]}'),
	('V5KP5HZX', 'jakarta-timur-2', '2017-08-12', '09:00', 'general', 1, 'confirmed', true, 1, NULL, 1502499600000, NULL, 1502506800000, '{"state":"confirmed","sequence":1,"queueNumber":"0900-01","notices":[{"kind":"reminder","at":1502499600000}],"code":"V5KP5HZX","officeId":"jakarta-timur-2","date":"2017-08-12","window":"09:00","until":"10:00","start":1502503200000,"end":1502506800000,"pool":"general","places":1,"people":[{"key":"-k3L7CEzY8V4KT0UHfJP","details":{"name":"Wawan","birthDate":"1971-08-17","purpose":"paspor, 48 halaman"}}],"sender":"tg:Wawan ☂","history":[{"what":"held","at":1502074800000,"by":"applicant"},{"what":"confirmed","at":1502074800000,"by":"applicant"},{"what":"handed-over","at":1502200800000,"by":"system"}]}'),
	('WFYYJ8LY', 'jakarta-pusat', '2017-08-15', '08:00', 'general', 1, 'held', true, NULL, 1502235900000, 1502235300000, NULL, 1502760600000, '{"state":"held","code":"WFYYJ8LY","officeId":"jakarta-pusat","date":"2017-08-15","window":"08:00","until":"08:30","start":1502758800000,"end":1502760600000,"pool":"general","places":1,"people":[{"key":"3KeKy3963g5OfV2n7qYP","details":{"name":"Vina","birthDate":"1985-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Vina","expiresAt":1502235900000,"history":[{"what":"held","at":1502234100000,"by":"applicant"}],"notices":[{"kind":"hold-lapsing","at":1502235300000}]}'),
	('9PYMZPQC', 'jakarta-pusat', '2017-08-14', '09:00', 'general', 1, 'lapsed', true, NULL, 1502236913265, NULL, NULL, NULL, '{"state":"lapsed","coolsUntil":1502236913265,"code":"9PYMZPQC","officeId":"jakarta-pusat","date":"2017-08-14","window":"09:00","until":"09:30","start":1502676000000,"end":1502677800000,"pool":"general","places":1,"people":[{"key":"2vUCL2KykrlePSo5rb_k","details":{"name":"Wati","birthDate":"1984-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Wati","history":[{"what":"held","at":1502233200000,"by":"applicant"},{"what":"lapsed","at":1502235300000,"by":"system"}]}'),
	('XGC6VR7T', 'jakarta-pusat', '2017-08-14', '08:00', 'general', 1, 'held', true, NULL, 1502238000000, 1502237400000, NULL, 1502674200000, '{"state":"held","expiresAt":1502238000000,"notices":[{"kind":"hold-lapsing","at":1502237400000}],"code":"XGC6VR7T","officeId":"jakarta-pusat","date":"2017-08-14","window":"08:00","until":"08:30","start":1502672400000,"end":1502674200000,"pool":"general","places":1,"people":[{"key":"QS7awsJvR28lXzcUPlN4","details":{"name":"Tono","birthDate":"1986-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Tono","history":[{"what":"held","at":1502235300000,"by":"applicant"},{"what":"extended","at":1502236200000,"by":"applicant"}]}'),
	('PSPVYT6K', 'jakarta-pusat', '2017-08-10', '08:30', 'general', 1, 'held', true, NULL, 1502238000000, 1502237400000, NULL, 1502330400000, '{"state":"held","code":"PSPVYT6K","officeId":"jakarta-pusat","date":"2017-08-10","window":"08:30","until":"09:00","start":1502328600000,"end":1502330400000,"pool":"general","places":1,"people":[{"key":"4eosaCW2amFrZlvfnm3O","details":{"name":"Umar","birthDate":"1987-08-17","purpose":"paspor, 48 halaman"}}],"sender":"wa:62812-Umar","expiresAt":1502238000000,"history":[{"what":"held","at":1502236200000,"by":"applicant"}],"notices":[{"kind":"hold-lapsing","at":1502237400000}]}');
INSERT INTO first_layout.giliran_day VALUES
	('jakarta-pusat', '2017-08-15', 1119, 1502234100000, '{"officeId":"jakarta-pusat","date":"2017-08-15","decidedAt":1502234100000,"counts":[{"window":"08:00","pool":"general","taken":1,"ceiling":2}],"issued":{}}'),
	('jakarta-timur-2', '2017-08-08', 1102, 1502157600000, '{"officeId":"jakarta-timur-2","date":"2017-08-08","decidedAt":1502157600000,"counts":[{"window":"09:00","pool":"general","taken":3,"ceiling":3}],"issued":{"09:00":1},"joined":1}'),
	('jakarta-pusat', '2017-08-07', 1048, 1502067900000, '{"officeId":"jakarta-pusat","date":"2017-08-07","decidedAt":1502067900000,"counts":[{"window":"08:00","pool":"general","taken":2,"ceiling":2},{"window":"08:00","pool":"priority","taken":1,"ceiling":1}],"issued":{"08:00":3}}'),
	('jakarta-pusat', '2017-08-14', 1125, 1502236200000, '{"officeId":"jakarta-pusat","date":"2017-08-14","decidedAt":1502236200000,"counts":[{"window":"09:00","pool":"general","taken":1,"ceiling":2},{"window":"08:00","pool":"general","taken":1,"ceiling":2}],"issued":{}}'),
	('jakarta-pusat', '2017-08-10', 1127, 1502236200000, '{"officeId":"jakarta-pusat","date":"2017-08-10","decidedAt":1502236200000,"counts":[{"window":"08:00","pool":"general","taken":2,"ceiling":2},{"window":"09:00","pool":"priority","taken":1,"ceiling":1},{"window":"09:00","pool":"general","taken":1,"ceiling":2},{"window":"08:30","pool":"general","taken":2,"ceiling":2}],"issued":{"08:00":2,"09:00":2,"08:30":1}}'),
	('jakarta-timur-2', '2017-08-10', 1129, 1502236500000, '{"officeId":"jakarta-timur-2","date":"2017-08-10","decidedAt":1502236500000,"counts":[{"window":"09:00","pool":"general","taken":1,"ceiling":3}],"issued":{"09:00":1},"joined":1}'),
	('jakarta-pusat', '2017-08-09', 1131, 1502236740000, '{"officeId":"jakarta-pusat","date":"2017-08-09","decidedAt":1502236740000,"counts":[{"window":"08:00","pool":"general","taken":1,"ceiling":2},{"window":"08:30","pool":"general","taken":1,"ceiling":2},{"window":"09:30","pool":"general","taken":1,"ceiling":2},{"window":"09:00","pool":"general","taken":0,"ceiling":2}],"issued":{"08:00":1,"08:30":1,"09:30":1,"09:00":1}}'),
	('kupang', '2017-08-08', 1106, 1502168400000, '{"officeId":"kupang","date":"2017-08-08","decidedAt":1502168400000,"counts":[{"window":"08:00","pool":"general","taken":0,"ceiling":10}],"issued":{}}'),
	('jakarta-pusat', '2017-08-11', 1107, 1502197200000, '{"officeId":"jakarta-pusat","date":"2017-08-11","decidedAt":1502197200000,"counts":[{"window":"08:00","pool":"general","taken":1,"ceiling":2},{"window":"09:00","pool":"general","taken":1,"ceiling":2}],"issued":{"08:00":1,"09:00":1}}'),
	('kupang', '2017-08-10', 1109, 1502200800000, '{"officeId":"kupang","date":"2017-08-10","decidedAt":1502200800000,"counts":[{"window":"08:00","pool":"general","taken":4,"ceiling":10},{"window":"13:00","pool":"general","taken":0,"ceiling":10}],"issued":{"08:00":4,"13:00":1}}'),
	('jakarta-timur-2', '2017-08-12', 1111, 1502200800000, '{"officeId":"jakarta-timur-2","date":"2017-08-12","decidedAt":1502200800000,"counts":[{"window":"09:00","pool":"general","taken":1,"ceiling":3}],"issued":{"09:00":1}}'),
	('jakarta-timur-2', '2017-08-14', 1111, 1502200800000, '{"officeId":"jakarta-timur-2","date":"2017-08-14","decidedAt":1502200800000,"counts":[{"window":"09:00","pool":"general","taken":1,"ceiling":3}],"issued":{"09:00":1}}'),
	('kupang', '2017-08-11', 1100, 1502076000000, '{"officeId":"kupang","date":"2017-08-11","decidedAt":1502076000000,"counts":[{"window":"13:00","pool":"general","taken":1,"ceiling":10}],"issued":{"13:00":1}}'),
	('jakarta-timur-2', '2017-08-11', 1111, 1502074800000, '{"officeId":"jakarta-timur-2","date":"2017-08-11","decidedAt":1502074800000,"counts":[{"window":"09:00","pool":"general","taken":3,"ceiling":3}],"issued":{"09:00":3},"joined":4}');
INSERT INTO first_layout.giliran_owner VALUES
	('person', 'iWs3pyBtuvCTUzyYSJp5', 1, 'T5ZPZNQY'),
	('sender', 'wa:62812-Ayu', 1, 'T5ZPZNQY'),
	('sender', 'wa:62812-Bagus', 1, 'GZF2RCJ6'),
	('person', 'wn2j3PTKsHkVSucJhdqd', 1, 'GZF2RCJ6'),
	('person', 'HCWfAFzjO64l7RNrVNTC', 1, 'G2MZ7TWM'),
	('sender', 'wa:62812-Cahyo', 1, 'G2MZ7TWM'),
	('person', 'cEzvwURJ7PU89JgLebY7', 1, 'GVN2QQMT'),
	('sender', 'wa:62812-Nur', 1, 'GVN2QQMT'),
	('person', 'N-q5IrJOrUNaWaVqWau0', 1, 'PCNZ7JGW'),
	('person', 'fOVkx3lJeR2OaSGW79jl', 1, 'PCNZ7JGW'),
	('person', 'm-yxpxPcXSGFJS3cnsv9', 1, 'PCNZ7JGW'),
	('sender', 'wa:62812-Damar', 1, 'PCNZ7JGW'),
	('person', 'bvzt_JaUUos6vVU4Zg9c', 1, '4893MNKJ'),
	('sender', 'wa:62812-Endah', 1, '4893MNKJ'),
	('person', 'i8qB5MVlZmrPS8IDXnTY', 1, 'CWPLJ9ZM'),
	('sender', 'wa:62812-Citra', 1, 'CWPLJ9ZM'),
	('person', 'Ox4C7tbGL3pk3bFB4Eae', 1, '28PDJXMQ'),
	('sender', 'wa:62812-Lestari', 1, '28PDJXMQ'),
	('person', '_wKshSVQ3CLsIdSkowaI', 1, 'TNK8LWQQ'),
	('sender', 'wa:62812-Nia', 1, 'TNK8LWQQ'),
	('person', 'fEIGmPRsbI-p0n1rkujP', 1, '87M7K5FQ'),
	('sender', 'wa:62812 the two', 1, '87M7K5FQ'),
	('person', 'u6zyVG-EMlfrdp8ZCgWE', 1, 'YWY2KGH8'),
	('sender', 'wa:62812 the two', 2, 'YWY2KGH8'),
	('person', 'd_CEKGBDAVtF2_nV_bIj', 1, 'XV2GHHDN'),
	('sender', 'wa:62812-Mira', 1, 'XV2GHHDN'),
	('person', '7QRREOoKR6csT81b0_3y', 1, 'XNHDW2X2'),
	('person', 'I6OE342bX_39CNztWhko', 1, 'XNHDW2X2'),
	('person', 'cqMxhYuY1-dygSNxlOCJ', 1, 'XNHDW2X2'),
	('sender', 'wa:62812-Fajar', 1, 'XNHDW2X2'),
	('person', 'efkUfw7cPHIJjgdgPsWT', 1, 'G73DGLCB'),
	('sender', 'wa:62812-Putra', 1, 'G73DGLCB'),
	('person', 'G9UeyTlDhqgJrugSWTTs', 1, 'RHLPB884'),
	('sender', 'wa:62812-Gilang', 1, 'RHLPB884'),
	('person', 'D66e9_0Wd71ZhZ6h3eKQ', 1, 'CVXS8Y5Y'),
	('sender', 'wa:62812-Hesti', 1, 'CVXS8Y5Y'),
	('person', 'knjbHPnDwE0fUsF_rT4k', 1, 'S7NF6TJR'),
	('sender', 'wa:62812-Indra', 1, 'S7NF6TJR'),
	('person', '-k3L7CEzY8V4KT0UHfJP', 1, 'V5KP5HZX'),
	('person', '-k3L7CEzY8V4KT0UHfJP', 2, 'PCYJBKCX'),
	('person', 'RmfqOXlw7c8T21_-Z6-L', 1, 'QYFG6MH4'),
	('sender', 'wa:62812-Joko', 1, 'QYFG6MH4'),
	('person', 'Q8a3KDGaoTtbnqZe2rHe', 1, 'RHL5PPWS'),
	('person', 'RSzRTSy-0af2Eg2jT3th', 1, 'RHL5PPWS'),
	('sender', 'wa:62812-Kiki', 1, 'RHL5PPWS'),
	('person', '-k3L7CEzY8V4KT0UHfJP', 3, 'QVG4FZ2L'),
	('person', 'ZsrS1_7-oR_WxzMPWdej', 1, '46WV355P'),
	('sender', 'wa:62812-Mega', 1, '46WV355P'),
	('person', 'l-ti1Uo6hIiVr4MUCKyK', 1, 'BBFBN4M5'),
	('sender', 'wa:62812-Oki', 1, 'BBFBN4M5'),
	('person', 'l-ti1Uo6hIiVr4MUCKyK', 2, 'JNQH65RC'),
	('sender', 'wa:62812-Oki', 2, 'JNQH65RC'),
	('sender', 'wa:62812-Putri', 1, 'L3LQ5NJ9'),
	('person', 'x2r5KkrF3_K8dOB7al8o', 1, 'L3LQ5NJ9'),
	('person', '4mSX9L6FYOra2rxrrMxU', 1, 'LN72TKHW'),
	('sender', 'wa:62812-Rani', 1, 'LN72TKHW'),
	('person', '39KKI6KLbdbpgYAZ4Xye', 1, 'K9FKK6YG'),
	('sender', 'wa:62812-Sari', 1, 'K9FKK6YG'),
	('person', 'TkZOalRh6LHEfJbUok8Q', 1, 'FH6ZSCWX'),
	('sender', 'wa:62812-Zainab', 1, 'FH6ZSCWX'),
	('person', 'TlHPY8Z_qbhFmgtSoGFv', 1, '9647TXGM'),
	('sender', 'tg:☂ ''quoted'' \ {x}', 1, '9647TXGM'),
	('person', 'N2KDXxvZLO5QNG0x58mi', 1, '268WHCNR'),
	('person', 'Xq4wvBJMq8LEz6AtlCir', 1, '4VFLRP5P'),
	('sender', 'wa:62812-Bima', 1, '4VFLRP5P'),
	('person', 'Xq4wvBJMq8LEz6AtlCir', 2, 'GRCG67SW'),
	('sender', 'wa:62812-Bima', 2, 'GRCG67SW'),
	('sender', 'wa:62812-Putri', 2, 'TVHXS77S'),
	('person', 'x2r5KkrF3_K8dOB7al8o', 2, 'TVHXS77S'),
	('person', 'QS7awsJvR28lXzcUPlN4', 1, 'XGC6VR7T'),
	('sender', 'tg:Wawan ☂', 1, 'PCYJBKCX'),
	('sender', 'tg:Wawan ☂', 2, 'QVG4FZ2L'),
	('sender', 'tg:Wawan ☂', 3, 'V5KP5HZX'),
	('sender', 'wa:62812-Tono', 1, 'XGC6VR7T'),
	('person', '2vUCL2KykrlePSo5rb_k', 1, '9PYMZPQC'),
	('sender', 'wa:62812-Wati', 1, '9PYMZPQC'),
	('person', '3KeKy3963g5OfV2n7qYP', 1, 'WFYYJ8LY'),
	('sender', 'wa:62812-Vina', 1, 'WFYYJ8LY'),
	('person', '4eosaCW2amFrZlvfnm3O', 1, 'PSPVYT6K'),
	('sender', 'wa:62812-Umar', 1, 'PSPVYT6K');
INSERT INTO first_layout.giliran_place_count VALUES
	('jakarta-pusat', '2017-08-07', '08:00', 'general', 2, 2),
	('jakarta-pusat', '2017-08-07', '08:00', 'priority', 1, 1),
	('jakarta-timur-2', '2017-08-08', '09:00', 'general', 3, 3),
	('jakarta-pusat', '2017-08-09', '08:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-09', '08:30', 'general', 1, 2),
	('jakarta-pusat', '2017-08-09', '09:30', 'general', 1, 2),
	('jakarta-pusat', '2017-08-10', '08:00', 'general', 2, 2),
	('jakarta-pusat', '2017-08-10', '09:00', 'priority', 1, 1),
	('jakarta-timur-2', '2017-08-11', '09:00', 'general', 3, 3),
	('jakarta-timur-2', '2017-08-12', '09:00', 'general', 1, 3),
	('jakarta-timur-2', '2017-08-14', '09:00', 'general', 1, 3),
	('jakarta-pusat', '2017-08-10', '09:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-11', '08:00', 'general', 1, 2),
	('kupang', '2017-08-11', '13:00', 'general', 1, 10),
	('kupang', '2017-08-10', '13:00', 'general', 0, 10),
	('jakarta-pusat', '2017-08-11', '09:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-09', '09:00', 'general', 0, 2),
	('kupang', '2017-08-08', '08:00', 'general', 0, 10),
	('kupang', '2017-08-10', '08:00', 'general', 4, 10),
	('jakarta-pusat', '2017-08-14', '09:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-15', '08:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-14', '08:00', 'general', 1, 2),
	('jakarta-pusat', '2017-08-10', '08:30', 'general', 2, 2),
	('jakarta-timur-2', '2017-08-10', '09:00', 'general', 1, 3);
INSERT INTO first_layout.giliran_schema VALUES
	(1);
INSERT INTO first_layout.giliran_sender VALUES
	('wa:62812-drafter', 1121, 1502235000000, '{"sender":"wa:62812-drafter","lastMessageAt":1502235000000,"draft":{"content":"#Budi#17081990#","until":1502238600000}}'),
	('wa:62812-slow', 1122, 1502235000000, '{"sender":"wa:62812-slow","lastMessageAt":1502235000000,"draft":{"content":"#Bud","until":1502235600000}}'),
	('wa:62812-curious', 1123, 1502235000000, '{"sender":"wa:62812-curious","lastMessageAt":1502235000000}'),
	('wa:62812-clumsy', 1128, 1502236200000, '{"sender":"wa:62812-clumsy","lastMessageAt":1502236200000,"guesses":{"count":1,"lastAt":1502236200000}}'),
	('wa:62812-guesser', 1130, 1502236740000, '{"sender":"wa:62812-guesser","lastMessageAt":1502236740000,"guesses":{"count":8,"lastAt":1502236740000}}');
ALTER TABLE ONLY first_layout.giliran_answer
    ADD CONSTRAINT giliran_answer_pkey PRIMARY KEY (key);
ALTER TABLE ONLY first_layout.giliran_booking
    ADD CONSTRAINT giliran_booking_pkey PRIMARY KEY (code);
ALTER TABLE ONLY first_layout.giliran_day
    ADD CONSTRAINT giliran_day_pkey PRIMARY KEY (office_id, date);
ALTER TABLE ONLY first_layout.giliran_owner
    ADD CONSTRAINT giliran_owner_pkey PRIMARY KEY (key, kind, turn);
ALTER TABLE ONLY first_layout.giliran_place_count
    ADD CONSTRAINT giliran_place_count_pkey PRIMARY KEY (office_id, date, "window", pool);
ALTER TABLE ONLY first_layout.giliran_sender
    ADD CONSTRAINT giliran_sender_pkey PRIMARY KEY (sender);
CREATE INDEX giliran_answer_at ON first_layout.giliran_answer USING brin (at);
CREATE INDEX giliran_booking_day ON first_layout.giliran_booking USING btree (office_id, date, due_at);
CREATE INDEX giliran_booking_due ON first_layout.giliran_booking USING btree (((due_at + 0))) WHERE ((due_at + 0) IS NOT NULL);
CREATE INDEX giliran_booking_notice ON first_layout.giliran_booking USING btree (notice_at) WHERE (notice_at IS NOT NULL);
CREATE UNIQUE INDEX giliran_booking_number ON first_layout.giliran_booking USING btree (office_id, date, "window", sequence) WHERE (sequence IS NOT NULL);
CREATE INDEX giliran_booking_waiting ON first_layout.giliran_booking USING btree (office_id, date, waiting_turn) WHERE (waiting_turn IS NOT NULL);
CREATE INDEX giliran_sender_last ON first_layout.giliran_sender USING btree (last_message_at);
