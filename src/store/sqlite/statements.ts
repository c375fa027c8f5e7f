// CROSS JOIN keeps SQLite from reading the large table first: the keys that are asked come as one JSON array.

export const dueBookings = `
  SELECT booking.record FROM json_each(?) AS day CROSS JOIN giliran_booking AS booking
  WHERE booking.office_id = day.value ->> 'officeId' AND booking.date = day.value ->> 'date'
    AND booking.due_at <= ?`;

export const bookingsOfDays = `
  SELECT booking.record FROM json_each(?) AS day CROSS JOIN giliran_booking AS booking
  WHERE booking.office_id = day.value ->> 'officeId' AND booking.date = day.value ->> 'date'`;

export const firstWaiting = `
  SELECT booking.record FROM json_each(?) AS day CROSS JOIN giliran_booking AS booking
  WHERE booking.code IN (
    SELECT code FROM giliran_booking AS waiting
    WHERE waiting.office_id = day.value ->> 'officeId' AND waiting.date = day.value ->> 'date'
      AND waiting_turn IS NOT NULL
    ORDER BY waiting_turn LIMIT ?)`;

export const bookingsByCode = `
  SELECT booking.record FROM json_each(?) AS code CROSS JOIN giliran_booking AS booking
  WHERE booking.code = code.value`;

export const liveBookingsOfPeople = `
  SELECT booking.record FROM json_each(?) AS key CROSS JOIN giliran_person AS person
  CROSS JOIN giliran_booking AS booking
  WHERE person.person_key = key.value AND person.live_until > ? AND booking.code = person.code`;

export const liveBookingsOfSenders = `
  SELECT booking.record FROM json_each(?) AS sender CROSS JOIN giliran_booking AS booking
  WHERE booking.sender = sender.value AND booking.live_until > ?`;

export const days = `
  SELECT day.record FROM (
    SELECT DISTINCT value ->> 'officeId' AS office_id, value ->> 'date' AS date FROM json_each(?)
  ) AS key CROSS JOIN giliran_day AS day
  WHERE day.office_id = key.office_id AND day.date = key.date`;

export const answers = `
  SELECT answer.record FROM json_each(?) AS key CROSS JOIN giliran_answer AS answer
  WHERE answer.key = key.value`;

export const senders = `
  SELECT sender.record FROM json_each(?) AS key CROSS JOIN giliran_sender AS sender
  WHERE sender.sender = key.value`;

export const bookingsOfDay = `
  SELECT record FROM giliran_booking WHERE office_id = ? AND date = ? AND code > ? ORDER BY code LIMIT ?`;

export const bookingsOfSender = `
  SELECT record FROM giliran_booking WHERE sender = ? AND code > ? ORDER BY code LIMIT ?`;

export const bookingsOfPerson = `
  SELECT booking.record FROM giliran_person AS person CROSS JOIN giliran_booking AS booking
  WHERE person.person_key = ? AND person.code > ? AND booking.code = person.code ORDER BY person.code LIMIT ?`;

// The plus keeps SQLite from walking all codes in their order instead of the few that are found.

export const bookingsBefore = `
  SELECT record FROM giliran_booking WHERE office_id = ? AND date < ? AND +code > ? ORDER BY +code LIMIT ?`;

export const bookingsDue = `
  SELECT record FROM giliran_booking WHERE due_at <= ? AND +code > ? ORDER BY +code LIMIT ?`;

export const bookingsToNotify = `
  SELECT record FROM giliran_booking WHERE notice_at <= ? AND +code > ? ORDER BY +code LIMIT ?`;

export const saveDays = `
  INSERT INTO giliran_day (office_id, date, decided_at, record)
  SELECT value ->> 'officeId', value ->> 'date', value ->> 'decidedAt', value FROM json_each(?) WHERE true
  ON CONFLICT DO UPDATE SET decided_at = excluded.decided_at, record = excluded.record`;

export const savePlaceCounts = `
  INSERT INTO giliran_place_count (office_id, date, "window", pool, taken, ceiling)
  SELECT day.value ->> 'officeId', day.value ->> 'date', count.value ->> 'window', count.value ->> 'pool',
    count.value ->> 'taken', count.value ->> 'ceiling'
  FROM json_each(?) AS day, json_each(day.value -> 'counts') AS count WHERE true
  ON CONFLICT DO UPDATE SET taken = excluded.taken, ceiling = excluded.ceiling`;

// Rows come as flat arrays with the record as a text at their end: SQLite reads such a row in one go, and takes the
// record as it is instead of writing it anew.

/** The conflict is named: any other, such as a number given twice, must fail. */
export const saveBookings = `
  INSERT INTO giliran_booking (office_id, date, code, "window", pool, places, state, occupies, sequence, sender,
    due_at, notice_at, waiting_turn, live_until, record)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14
  FROM json_each(?) WHERE true
  ON CONFLICT (code) DO UPDATE SET date = excluded.date, "window" = excluded."window", pool = excluded.pool,
    places = excluded.places, state = excluded.state, occupies = excluded.occupies, sequence = excluded.sequence,
    sender = excluded.sender, due_at = excluded.due_at, notice_at = excluded.notice_at,
    waiting_turn = excluded.waiting_turn, live_until = excluded.live_until, record = excluded.record`;

export const savePeople = `
  INSERT INTO giliran_person (person_key, code, live_until)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE true
  ON CONFLICT DO UPDATE SET live_until = excluded.live_until`;

export const saveSenders = `
  INSERT INTO giliran_sender (sender, last_message_at, record)
  SELECT value ->> 'sender', value ->> 'lastMessageAt', value FROM json_each(?) WHERE true
  ON CONFLICT DO UPDATE SET last_message_at = excluded.last_message_at, record = excluded.record`;

export const saveAnswers = `
  INSERT INTO giliran_answer (key, at, record)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`;

export const erasePeople = `
  DELETE FROM giliran_person
  WHERE (person_key, code) IN (SELECT value ->> 'key', value ->> 'code' FROM json_each(?))`;

export const eraseBookings = "DELETE FROM giliran_booking WHERE code IN (SELECT value FROM json_each(?))";

export const eraseDays = `
  DELETE FROM giliran_day
  WHERE (office_id, date) IN (SELECT value ->> 'officeId', value ->> 'date' FROM json_each(?))`;

export const erasePlaceCounts = `
  DELETE FROM giliran_place_count
  WHERE (office_id, date) IN (SELECT value ->> 'officeId', value ->> 'date' FROM json_each(?))`;

export const eraseSenders = "DELETE FROM giliran_sender WHERE sender IN (SELECT value FROM json_each(?))";

export const eraseAnswers = "DELETE FROM giliran_answer WHERE at < ?";

export const eraseSilentSenders = "DELETE FROM giliran_sender WHERE last_message_at < ?";
