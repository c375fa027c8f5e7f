import type { Migration } from "../../store/kind.js";

/**
 * PostgreSQL: functions are made by whoever needs them, and the table of owners leads to records of any kind. A process
 * of the first version misses its functions from now on, and is refused where it starts again. The table of entries is
 * there before where it was made for other kinds meanwhile.
 */
export const migration2: Migration = [
  {
    kind: "sql",
    postgres: `
      DO $$
      BEGIN
        DROP FUNCTION IF EXISTS giliran_load, giliran_lock, giliran_leave, giliran_save;
        ALTER TABLE giliran_day ALTER COLUMN decided_at DROP NOT NULL;
        IF to_regclass('giliran_owner') IS NULL THEN
          RETURN;
        END IF;
        IF to_regclass('giliran_list_entry') IS NOT NULL THEN
          INSERT INTO giliran_list_entry (list, value, turn, key) SELECT kind, key, turn, code FROM giliran_owner;
          DROP TABLE giliran_owner;
          RETURN;
        END IF;
        ALTER TABLE giliran_owner DROP CONSTRAINT giliran_owner_kind_check;
        ALTER TABLE giliran_owner RENAME COLUMN kind TO list;
        ALTER TABLE giliran_owner RENAME COLUMN key TO value;
        ALTER TABLE giliran_owner RENAME COLUMN code TO key;
        ALTER INDEX giliran_owner_pkey RENAME TO giliran_list_entry_pkey;
        ALTER TABLE giliran_owner RENAME TO giliran_list_entry;
      END $$;`,
  },
];
