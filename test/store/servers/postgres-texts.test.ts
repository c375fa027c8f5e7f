import { fc, test } from "@fast-check/vitest";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { arrayLiteral } from "../../../src/store/postgres/load-function.js";
import { createPool, postgresMissing } from "./open-postgres.js";

const value = fc.option(
  fc.oneof(
    fc.string({ unit: "binary" }).filter((text) => !text.includes("\0")),
    fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", ",", "'", "\n", "\t", "n", "NULL", "\u007f") }),
  ),
  { nil: undefined },
);

describe.skipIf(postgresMissing)("a column on its way to PostgreSQL", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = createPool();
  });
  afterAll(() => pool.end());

  test.prop([fc.array(value, { maxLength: 5 })], { numRuns: 300 })(
    "arrives as it was, whatever its texts are made of",
    async (values) => {
      const { rows } = await pool.query("SELECT to_json($1::text[]) AS values", [arrayLiteral(values)]);
      expect(rows[0].values).toEqual(values.map((text) => text ?? null));
    },
  );

  test.each(["a\0b", "a\ud800b", "\udc00"])(
    "is refused where it has a text that can't be sent: %j",
    async (text) => {
      await expect(pool.query("SELECT $1::text[]", [arrayLiteral([text])])).rejects.toMatchObject({
        code: "22021",
      });
    },
  );
});
