import type { BrokenCalls } from "../broken-store.js";

export const brokenMariadb: readonly BrokenCalls[] = [
  {
    why: "nobody looks whether the versions are those that were seen",
    caughtBy: "isolates all of a home",
    from: "IF ROW_COUNT() <> ",
    to: "IF -1 = ",
  },
  {
    why: "isolation forgets absence: who took the same turn unseen is passed over",
    caughtBy: "isolates the values of a list, also",
    from: "INSERT INTO giliran_list_entry (`value`, `list`, `turn`, `key`) VALUES",
    to: "INSERT IGNORE INTO giliran_list_entry (`value`, `list`, `turn`, `key`) VALUES",
  },
  {
    why: "a second record of a key is passed over",
    caughtBy: "isolates what is written once",
    from: "INSERT INTO giliran_slip",
    to: "INSERT IGNORE INTO giliran_slip",
  },
  {
    why: "a code that somebody else was given meanwhile is passed over",
    caughtBy: "isolates a key that nothing has",
    from: "INSERT INTO giliran_visit",
    to: "INSERT IGNORE INTO giliran_visit",
  },
  {
    why: "what is remembered beside a list is written over what others wrote meanwhile",
    caughtBy: "isolates what is remembered beside a list",
    from: "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1020, MESSAGE_TEXT = 'giliran: guest has changed'",
    to: "DO 1",
  },
  {
    why: "a value of a list still leads to what has it no longer",
    caughtBy: "finds a record by a list no longer",
    from: "UPDATE giliran_list_entry SET `key` = other WHERE ",
    to: "UPDATE giliran_list_entry SET `key` = other WHERE false AND ",
  },
  {
    why: "who waits is found in the order of codes",
    caughtBy: "finds the first in the order",
    from: "ORDER BY record.`turn`)",
    to: "ORDER BY record.`code`)",
  },
  {
    why: "the keys of an erasure are lost",
    caughtBy: "erases records by their keys",
    from: "DELETE FROM giliran_visit WHERE ",
    to: "DELETE FROM giliran_visit WHERE false AND ",
  },
];
