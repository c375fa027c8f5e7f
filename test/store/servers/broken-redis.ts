import type { BrokenCalls } from "../broken-store.js";

export const brokenRedis: readonly BrokenCalls[] = [
  {
    why: "nobody looks whether a home has changed",
    caughtBy: "isolates all of a home",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and i > homes then",
  },
  {
    why: "isolation forgets the absence of a code",
    caughtBy: "isolates a key that nothing has",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and string.sub(fields[i], 1, 8) ~= 'hall/vi:' then",
  },
  {
    why: "isolation forgets that nothing was written under a key",
    caughtBy: "isolates what is written once",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and string.sub(fields[i], 1, 8) ~= 'hall/sl:' then",
  },
  {
    why: "isolation forgets a list",
    caughtBy: "isolates the values of a list, also",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and string.sub(fields[i], 1, 8) ~= 'hall/eh:' then",
  },
  {
    why: "isolation forgets those who were looked at only",
    caughtBy: "isolates values that are looked at",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and not string.find(fields[i], ':skew ') then",
  },
  {
    why: "a value without records is not looked at again",
    caughtBy: "isolates what is remembered beside a list",
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and not string.find(expected[i], '^%[%d+%]') then",
  },
  {
    why: "a value of a list still leads to what has it no longer",
    caughtBy: "finds a record by a list no longer",
    from: "if not goneOf[field][members[j]] then",
    to: "if members[j] then",
  },
  {
    why: "who waits is found from the last to the first",
    caughtBy: "finds the first in the order",
    from: "redis.call('ZRANGEBYSCORE', set, '-inf', most, 'LIMIT', 0, limit)",
    to: "redis.call('ZREVRANGEBYSCORE', set, most, '-inf', 'LIMIT', 0, limit)",
  },
  {
    why: "what is old stays",
    caughtBy: "erases what is older than a time",
    from: "for _, field in ipairs(old) do list[#list + 1] = field end",
    to: "",
  },
];
