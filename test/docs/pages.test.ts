import { readFileSync } from "node:fs";
import type {
  CancelOutcome,
  ConfirmOutcome,
  ExtendOutcome,
  HoldOutcome,
  RescheduleOutcome,
  WaitOutcome,
} from "giliran";
import { describe, expect, it } from "vitest";
import { codeBlocks, runExample } from "./run-example.js";

const read = (path: string) => readFileSync(path, "utf8");

describe("the README", () => {
  it("shows the file of its example", () => {
    expect(codeBlocks("README.md")).toEqual([read("examples/first-booking.ts")]);
  });

  it("has an example that ends with a queue number", () => {
    expect(runExample("examples/first-booking.ts")).toMatch(/Nomor antrian Anda: 0800-01/);
  });
});

describe("docs/getting-started.md", () => {
  it("shows the parts of its program", () => {
    const program = read("examples/getting-started.ts");
    for (const code of codeBlocks("docs/getting-started.md")) expect(program).toContain(code);
  });

  it("has a program that answers a message and holds a place", () => {
    const printed = runExample("examples/getting-started.ts");
    expect(printed).toMatch(/^to 62812, with [1-9]\d+ bytes of picture:\nNama: AHMAD$/m);
    expect(printed).toMatch(/^[2-9B-Z]{8} \d\d:\d\d$/m);
  });
});

/** The compiler asks for each; the order is that in which they apply. */
const office = {
  "pool-not-offered": true,
  "party-too-large": true,
  "outside-intake-hours": true,
  "outside-booking-window": true,
  "office-closed": true,
  "window-not-offered": true,
} as const;
const limits = { "person-has-booking": true, "sender-limit": true } as const;
const full = { "window-full": true, "pool-full": true, "day-full": true } as const;
const call = { "request-id-conflict": true, malformed: true } as const;
const code = {
  ...call,
  blocked: true,
  "slowed-down": true,
  "unknown-code": true,
  "other-sender": true,
} as const;
const ended = { "hold-lapsed": true, cancelled: true } as const;
const hold: Record<HoldOutcome["kind"], true> = {
  held: true,
  "already-held": true,
  ...call,
  "unknown-office": true,
  blocked: true,
  ...office,
  ...limits,
  ...full,
};
const confirm: Record<ConfirmOutcome["kind"], true> = {
  confirmed: true,
  "already-confirmed": true,
  ...code,
  waiting: true,
  ...ended,
  "visit-over": true,
  "too-late": true,
  "reschedule-limit": true,
};
const cancel: Record<CancelOutcome["kind"], true> = {
  cancelled: true,
  "already-cancelled": true,
  ...code,
  "hold-lapsed": true,
  "visit-over": true,
  "too-late": true,
};
const extend: Record<ExtendOutcome["kind"], true> = {
  extended: true,
  "longest-hold": true,
  "already-confirmed": true,
  ...code,
  waiting: true,
  ...ended,
};
const reschedule: Record<RescheduleOutcome["kind"], true> = {
  rescheduled: true,
  "same-place": true,
  ...code,
  waiting: true,
  ...ended,
  "visit-over": true,
  "too-late": true,
  "reschedule-limit": true,
  ...office,
  ...full,
};
const joinWaitingList: Record<WaitOutcome["kind"], true> = {
  waiting: true,
  "already-waiting": true,
  ...call,
  "unknown-office": true,
  blocked: true,
  ...office,
  ...limits,
  "too-late": true,
  "reschedule-limit": true,
  "places-free": true,
  "waiting-list-full": true,
};

describe("docs/outcomes.md", () => {
  it.each(Object.entries({ hold, confirm, cancel, extend, reschedule, joinWaitingList }))(
    "lists how desk.%s can end, in the order in which that applies",
    (action, kinds) => {
      const section =
        read("docs/outcomes.md")
          .split("\n## ")
          .find((part) => part.startsWith(`\`desk.${action}\``)) ?? "";
      const listed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
      expect(listed).toEqual(Object.keys(kinds));
    },
  );
});

describe.each([
  [
    "life-of-a-booking",
    "waiting at 1\ncancelled\nto 62813: offer of 2017-08-08 08:00\nconfirmed 0800-02 on 2017-08-08\n",
  ],
  ["privacy", "held\n1 booking, then 0\nrequest-id-conflict\n"],
])("docs/%s.md", (page, printed) => {
  it("shows the parts of its program", () => {
    const blocks = codeBlocks(`docs/${page}.md`);
    expect(blocks).toHaveLength(3);
    for (const block of blocks) expect(read(`examples/${page}.ts`)).toContain(block);
  });

  it("has a program that does what the page says", () => {
    expect(runExample(`examples/${page}.ts`)).toBe(printed);
  });
});
