import type { BrokenStore } from "./broken-postgres.js";

const fields = "store/redis/fields.ts";
const store = "store/redis-store.ts";

export const brokenRedis: readonly BrokenStore[] = [
  {
    why: "a day's version does not change with its bookings",
    caughtBy: "isolates a day",
    file: fields,
    from: '|| "0", 10) + 1}',
    to: '|| "0", 10)}',
  },
  {
    why: "isolation forgets the absence of a code",
    caughtBy: "isolates a code",
    file: fields,
    from: "if (!bookings.has(code)) fields.set",
    to: "if (!code) fields.set",
  },
  {
    why: "isolation forgets that a request had no answer",
    caughtBy: "isolates a request",
    file: fields,
    from: "else fields.set(`a:",
    to: "else if (key === undefined) fields.set(`a:",
  },
  {
    why: "isolation forgets people",
    caughtBy: "isolates people and senders",
    file: "store/redis/scripts.ts",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and string.sub(fields[i], 1, 2) ~= 'p:' then",
  },
  {
    why: "isolation forgets the absence of what a scope was widened to",
    caughtBy: "isolates people and senders",
    file: store,
    from: "...saveArguments(seen, decision)",
    to: `...saveArguments(
      widenings === 0 ? seen : { ...seen, fields: new Map([...seen.fields].filter(([, value]) => value !== "")) },
      decision,
    )`,
  },
  {
    why: "a write outside the transaction: answers about bookings that were there before",
    caughtBy: "shows all of a decision or nothing of it",
    file: store,
    from: `...saveArguments(seen, decision));
          if (late === null) {`,
    to: `...saveArguments(seen, seen.bookings.size > 0 ? { ...decision, answers: [] } : decision));
          if (late === null) {
            for (const answer of decision.answers) await command("HSET", key, "a:" + answer.key, JSON.stringify(answer));`,
  },
  {
    why: "a retry that repeats the effect: what was committed is decided again",
    caughtBy: "saves a decision that had to run again once",
    file: store,
    from: "if (late === null) {",
    to: "if (late === null && tries !== 2) {",
  },
];
