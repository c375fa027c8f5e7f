import type { Migration } from "../../store/kind.js";

/** PostgreSQL: functions are made by whoever needs them, and the table of owners leads to records of any kind. */
export const migration2: Migration = [
  {
    kind: "sql",
    postgres: `
      DO $$
      DECLARE
        old record;
      BEGIN
        FOR old IN SELECT proc.oid::regprocedure AS name FROM pg_proc AS proc
          WHERE proc.pronamespace = current_schema()::regnamespace
            AND proc.proname IN ('giliran_load', 'giliran_lock', 'giliran_leave', 'giliran_save')
        LOOP
          EXECUTE 'DROP FUNCTION ' || old.name;
        END LOOP;
      END $$;`,
  },
];
