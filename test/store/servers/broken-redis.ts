import type { BrokenStore } from "../broken-store.js";

const changes = "store/redis/changes.ts";
const scripts = "store/redis/scripts.ts";
const store = "store/redis-store.ts";

export const brokenRedis: readonly BrokenStore[] = [
  {
    why: "a day's version does not change with its bookings",
    caughtBy: "isolates a day",
    file: changes,
    from: "me}\\n",
    to: "me && 1}\\n",
  },
  {
    why: "isolation forgets the absence of a code",
    caughtBy: "isolates a code",
    file: changes,
    from: "if (before === undefined) fields.set",
    to: "if (before === null) fields.set",
  },
  {
    why: "isolation forgets that a request had no answer",
    caughtBy: "isolates a request",
    file: changes,
    from: "for (const { key } of answers) fields.set",
    to: "for (const { key } of answers.slice(answers.length)) fields.set",
  },
  {
    why: "isolation forgets people",
    caughtBy: "isolates people and senders",
    file: scripts,
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and string.sub(fields[i], 1, 2) ~= 'p:' then",
  },
  {
    why: "a sender without bookings is not looked at again",
    caughtBy: "isolates what is remembered of a sender",
    file: scripts,
    from: "if (values[i] or '') ~= expected[i] then",
    to: "if (values[i] or '') ~= expected[i] and not string.find(expected[i], '^%[%d+%]') then",
  },
  {
    why: "a person and a sender still lead to what is theirs no longer",
    caughtBy: "forgets the way from a person and a sender",
    file: scripts,
    from: "if not goneOf[field][codes[j]] then",
    to: "if codes[j] then",
  },
  {
    why: "what was due once is listed for ever",
    caughtBy: "gives pages of what is due",
    file: "store/redis/sorted-sets.ts",
    from: "if (!to.has(set)) put(removed",
    to: 'if (!to.has(set) && (set !== "due" || after === undefined)) put(removed',
  },
  {
    why: "the answers of an erasure stay",
    caughtBy: "erases the answers",
    file: scripts,
    from: "for _, field in ipairs(answers) do removed[#removed + 1] = field end",
    to: "",
  },
  {
    why: "isolation forgets the absence of what a scope was widened to",
    caughtBy: "isolates people and senders",
    file: store,
    from: "...saveArguments(me, seen, decision)",
    to: `...saveArguments(
      me,
      widenings === 0 ? seen : { ...seen, fields: new Map([...seen.fields].filter(([, value]) => value !== "")) },
      decision,
    )`,
  },
  {
    why: "a write outside the transaction: answers about bookings that were there before",
    caughtBy: "shows all of a decision or nothing of it",
    file: store,
    from: `...saveArguments(me, seen, decision));
          if (late === null) {`,
    to: `...saveArguments(me, seen, seen.bookings.size > 0 ? { ...decision, answers: [] } : decision));
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
