import type { Kind } from "../kind.js";
import type { Home } from "../scope.js";
import { tableOf } from "../sql-tables.js";
import type { Query } from "../store.js";
import { entryTable } from "../versions/layout.js";
import { among, columnOf, literalOf } from "./literals.js";

/** Before a statement, which then waits no longer for others; afterwards the session is as it was. */
export const waiting = "SET STATEMENT lock_wait_timeout = 10, innodb_lock_wait_timeout = 10 FOR";

/**
 * Statements that are sent as one. What fails undoes all that its transaction did, as a server by itself would undo the
 * one statement alone. Under READ COMMITTED nothing is locked but the rows that are there: what is absent is isolated by
 * rows that are made.
 */
export function block(begins: boolean, ...statements: readonly string[]): string {
  const start = begins ? ["SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION"] : [];
  return `${waiting} BEGIN NOT ATOMIC
  DECLARE found, passed BIGINT;
  DECLARE other TEXT;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
  ${[...start, ...statements].join(";\n  ")};
END`;
}

/** A process that is stopped between two calls of a transaction loses it, so that nobody waits for it for long. */
export const endWhenIdle = "SET idle_transaction_timeout = 10";

/** Longer than it takes where nobody stands before. */
const waitedMicroseconds = 2000;

/**
 * Stands in line for some homes of a kind, in the order of everybody. It only makes a queue of those who know that they
 * would come in one another's way: what was seen is compared at the save all the same.
 */
export function lineStatements(kind: Kind, homes: readonly Home[]): readonly string[] {
  const keys = homes.flatMap((home) => (home.kind === kind ? [home.key] : []));
  if (keys.length === 0) return [];
  const table = `${tableOf(kind.name)} FORCE INDEX (PRIMARY)`;
  return [
    `SELECT COUNT(version) INTO found FROM ${table} WHERE ${among(kind.key.map(columnOf), keys)} FOR UPDATE`,
  ];
}

export const startOfLine = "SET passed = UNIX_TIMESTAMP(SYSDATE(6)) * 1000000";
export const waitOfLine: string = `SELECT 'waited' AS kind, UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 - passed > ${waitedMicroseconds} AS waited`;

/** A page and one record more. What is found is sorted: walking all keys in their order would read those that are not. */
export function findStatement({ lookUp, value, upTo, limit, after = "" }: Query): string {
  const { kind, by = [], list, order } = lookUp;
  const [name = ""] = kind.key;
  const key = `record.${columnOf(name)}`;
  const table = `${tableOf(kind.name)} AS record`;
  const from =
    list === undefined
      ? `${table} IGNORE INDEX FOR ORDER BY (PRIMARY)`
      : `(SELECT DISTINCT \`key\` FROM ${entryTable} WHERE ${among(["value"], [value])} AND list = ${literalOf(list)}) AS entry
      STRAIGHT_JOIN ${table} ON ${key} = entry.\`key\``;
  const most = lookUp.upTo === undefined ? undefined : `record.${columnOf(lookUp.upTo)}`;
  const where = [
    ...by.map((column, index) => `record.${columnOf(column)} = ${literalOf(value[index])}`),
    ...(most === undefined
      ? []
      : [upTo === undefined ? `${most} IS NOT NULL` : `${most} <= ${literalOf(upTo)}`]),
    ...(order === undefined ? [] : [`record.${columnOf(order)} IS NOT NULL`]),
    `${key} > ${literalOf(after)}`,
    "record.record IS NOT NULL",
  ];
  return `${waiting} SELECT 'found' AS kind, record.record FROM ${from}
  WHERE ${where.join(" AND ")} ORDER BY ${key} LIMIT ${limit + 1}`;
}
