import type { BrokenStore } from "../broken-store.js";

const fields = "store/redis/fields.ts";

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
];
