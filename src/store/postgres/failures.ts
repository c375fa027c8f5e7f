import { StoreError } from "../../errors.js";

/** Does the work, whose errors are told as a `StoreError`. */
export async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeError(error);
  }
}

/** Other transactions came first: what was decided is void, and may be decided again. */
export function isConflict(error: unknown): boolean {
  return error instanceof StoreError && ["40001", "40P01", "23505"].includes(codeOf(error.cause));
}

/** What is told of it whenever it is asked, where a rule of a table that a migration made was broken, and not a key. */
export function ruleBroken(error: unknown): StoreError | undefined {
  const { cause } = Object(error) as { cause?: { code?: string; constraint?: string } };
  const { code, constraint = "" } = cause ?? {};
  if (code !== "23505" || constraint.endsWith("_pkey")) return undefined;
  return new StoreError(`PostgreSQL failed (23505, ${constraint}): ${rulesAdvice}.`, {
    retryable: false,
    recordsRefused: true,
    cause,
  });
}

export function codeOf(error: unknown): string {
  const { code } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  return typeof code === "string" ? code : "";
}

/** Only the code and the name of a constraint go on: messages and details quote what was to be stored. */
export function storeError(error: unknown): StoreError {
  const code = codeOf(error);
  const { constraint } = Object(error) as { constraint?: unknown };
  const sign = code || String(error);
  const [, advice, asking] = advices.find(([pattern]) => pattern.test(sign)) ?? ownError;
  const rule = typeof constraint === "string" ? `, ${constraint}` : "";
  return new StoreError(`PostgreSQL failed (${code || "no code"}${rule}): ${advice}.`, {
    retryable: asking === "retryable",
    recordsRefused: asking === "refused" || error instanceof RangeError, // of a driver that takes no such value
    cause: Object.assign(new Error(code || "PostgreSQL error"), {
      code,
      ...(typeof constraint === "string" && { constraint }),
    }),
  });
}

type Advice = readonly [RegExp, string, "retryable" | "final" | "refused"];

const rulesAdvice = "the records break a rule of the tables; nothing was saved";
const brokeAdvice = "the connection broke; ask again with the same request id";

/**
 * By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html, all of which have a digit; by the codes
 * of Node; and by the words of drivers that give none. What breaks so is the connection: then nobody knows whether the
 * commit was the last that it did.
 */
const advices: readonly Advice[] = [
  [/^(40001|40P01|23505)$/, "others were faster every time; ask again", "retryable"],
  [/^55P03$/, "another transaction holds what is needed; ask again", "retryable"],
  [/^(22|23|54)...$/, rulesAdvice, "refused"],
  [/^(42P01|42883|3F000)$/, "giliran's tables are gone; open the store again to make them", "final"],
  [
    /^42501$/,
    "the user lacks a right; grant it, or let a user who may create tables open the store once",
    "final",
  ],
  [
    /^25006$/,
    "the server or the user is read-only; connect to the primary, as a user who may write, and ask again",
    "retryable",
  ],
  [/^25P0[34]$/, "the transaction took too long and was ended; ask again", "retryable"],
  [/^28...$/, "the user was not let in; look at the pool's settings", "final"],
  [/^3D...$/, "there is no such database; look at the pool's settings", "final"],
  [/^(57|53|08)...$/, "the server is stopping, starting or overloaded; ask again", "retryable"],
  [/^(?=.*\d)[0-9A-Z]{5}$/, "nothing was saved", "final"],
  [/exceeded when trying to connect/, "no connection became free in time; ask again", "retryable"],
  [/^E(?!RR_)[0-9A-Z_]+$|^ERR_(SOCKET|STREAM)|^\[object ErrorEvent\]/, brokeAdvice, "retryable"],
  [/^(Error|Neon\w+): (?!.*support).*(connect|terminat|time|clos)/i, brokeAdvice, "retryable"],
];

const ownError: Advice = [
  /^/,
  "the pool can't be used so; give an open pool such as new Pool() of pg",
  "final",
];
