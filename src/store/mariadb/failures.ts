import { StoreError } from "../../errors.js";

/** Does the work, whose errors are told as a `StoreError`. */
export async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}

const conflicts: readonly number[] = [1020, 1062, 1213];

/** Other transactions came first: what was decided is void, and may be decided again. */
export function isConflict(error: unknown): boolean {
  return error instanceof StoreError && conflicts.includes(numberOf(error.cause));
}

/** What is told of it whenever it is asked, where a rule of a table that a migration made was broken, and not a key. */
export function ruleBroken(error: unknown): StoreError | undefined {
  const { cause } = Object(error) as { cause?: Partial<Sign> };
  if (cause?.errno !== 1062 || cause.constraint === undefined || cause.constraint === "PRIMARY")
    return undefined;
  return new StoreError(`MariaDB failed (1062, ${cause.constraint}): ${rulesAdvice}.`, {
    retryable: false,
    recordsRefused: true,
    cause,
  });
}

/** What is known of an error of a driver without what was to be stored. */
interface Sign {
  readonly code: string;
  /** The server's or the driver's number; 0 where there is none. */
  readonly errno: number;
  readonly constraint?: string;
}

export function numberOf(error: unknown): number {
  const { errno } = Object(error) as { errno?: unknown };
  return typeof errno === "number" ? errno : 0;
}

/** Only numbers, codes and the name of a rule go on: messages quote what was to be stored. */
function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { code, errno, sqlState, constraint } = signOf(error);
  const sign = [code, errno > 0 ? errno : "", sqlState].join(" ");
  const text = code === "" && errno === 0 ? String(error) : sign;
  const [, advice, asking] = advices.find(([pattern]) => pattern.test(text)) ?? otherError(errno);
  const rule = constraint === undefined ? "" : `, ${constraint}`;
  return new StoreError(`MariaDB failed (${errno > 0 ? errno : code || "no code"}${rule}): ${advice}.`, {
    retryable: asking === "retryable",
    recordsRefused: asking === "refused" || error instanceof RangeError,
    cause: Object.assign(new Error(code || "MariaDB error"), {
      code,
      errno,
      ...(constraint !== undefined && { constraint }),
    }),
  });
}

function signOf(error: unknown): Sign & { readonly sqlState: string } {
  const { code, sqlState, sqlMessage } = Object(error) as Record<string, unknown>;
  // At the end stands a name that a migration gave; before it may stand a value.
  const [, key, check] =
    /for key '(?:\w+\.)?(\w+)'$|^CONSTRAINT `(?:\w+\.)?(\w+)` failed/.exec(String(sqlMessage ?? "")) ?? [];
  const constraint = key ?? check;
  return {
    code: typeof code === "string" ? code : "",
    errno: numberOf(error),
    sqlState: typeof sqlState === "string" ? sqlState : "",
    ...(constraint !== undefined && { constraint }),
  };
}

type Advice = readonly [RegExp, string, "retryable" | "final" | "refused"];

const rulesAdvice = "the records break a rule of the tables; nothing was saved";
const brokeAdvice = "the connection broke; ask again with the same request id";
const rightsAdvice =
  "the user lacks a right; grant it, or let a user who may create tables open the store once";

/**
 * By the server's numbers, https://mariadb.com/kb/en/mariadb-error-codes/, and SQLSTATEs; by the codes of Node and of the
 * drivers; and by the words of those that give none. What breaks so is the connection: then nobody knows whether the
 * commit was the last that it did.
 */
const advices: readonly Advice[] = [
  [/ (1020|1062|1213) /, "others were faster every time; ask again", "retryable"],
  [/ (1205|1206|3058) /, "another transaction holds what is needed; ask again", "retryable"],
  [
    / (1290|1792|1836) /,
    "the server or the user is read-only; connect to the primary, as a user who may write, and ask again",
    "retryable",
  ],
  [
    / (1047|1053|1040|1203|1226|1317|1969|3024|1180) /,
    "the server is stopping, starting or overloaded; ask again",
    "retryable",
  ],
  [/ (1158|1159|1160|1161|1184|1927|2006|2013|4166) | 08S01$/, brokeAdvice, "retryable"],
  [/ (1021|1030|1114) /, "the disk is full or fails; nothing was saved", "final"],
  [/ (1142|1143|1227|1044|1370) /, rightsAdvice, "final"],
  [/ 1146 /, "giliran's tables are gone; open the store again to make them", "final"],
  [/ 1049 /, "there is no such database; look at the pool's settings", "final"],
  [/ 1045 | 28000$/, "the user was not let in; look at the pool's settings", "final"],
  [/ (1048|1153|1264|1300|1366|1406|3988|4025) | 2[23]...$/, rulesAdvice, "refused"],
  [/ER_(GET_CONNECTION|CONNECTION)_TIMEOUT/, "no connection became free in time; ask again", "retryable"],
  [
    /^PROTOCOL_(CONNECTION_LOST|SEQUENCE_TIMEOUT)|^ER_(SOCKET|CMD|CONNECTION)\w*(CLOSE|TIMEOUT|DESTROY)/,
    brokeAdvice,
    "retryable",
  ],
  [/^E(?!R_|RR_)[0-9A-Z_]+ |^ERR_(SOCKET|STREAM)/, brokeAdvice, "retryable"],
  [/^Error: (?!.*Pool is closed).*(closed state|connect|clos|timeout|time out)/i, brokeAdvice, "retryable"],
  [/^Error: Queue limit reached/, "no connection became free in time; ask again", "retryable"],
];

function otherError(errno: number): Omit<Advice, 0> & Advice {
  return errno > 0 && errno < 45_000
    ? [/^/, "nothing was saved", "final"]
    : [
        /^/,
        "the pool can't be used so; give an open pool such as createPool() of mariadb or of mysql2/promise",
        "final",
      ];
}
