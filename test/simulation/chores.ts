import type { Desk, UseClaim } from "giliran";
import type { Citizen } from "./citizens.js";
import type { Known } from "./known.js";
import type { Lot } from "./lot.js";
import type { Errand } from "./post.js";
import type { Traffic } from "./traffic.js";

/** What programs and staff do beside the messages of people. */
export interface Chores {
  readonly draw: (now: number) => Errand;
  /** After a config has changed. */
  readonly resolveConflicts: (officeId: string) => Errand;
}

interface ChoreSettings {
  readonly lot: Lot;
  readonly known: Known;
  readonly traffic: Traffic;
  readonly citizens: readonly Citizen[];
}

export function createChores({ lot, known, traffic, citizens }: ChoreSettings): Chores {
  const { verdict, mirror } = known;
  /** By the id of a notice how many tellings had begun when it was marked. */
  const sent = new Map<string, number>();
  let tellings = 0;
  const used = new Set<string>();
  let handedOver = 0;

  const sweep: Errand = { action: "sweep", run: (desk) => desk.sweep() };

  /** Some are lost on the way to the person, and come again. */
  async function tellNotices(desk: Desk): Promise<void> {
    const begun = tellings++;
    const notices = await desk.dueNotices({ limit: 20, leaseMs: 60_000 });
    // What another one told while this one was under way may be in both.
    for (const { id, kind } of notices)
      verdict.hold(
        "notices",
        (sent.get(id) ?? Number.POSITIVE_INFINITY) > begun,
        () => `a notice of ${kind} came again`,
      );
    const arrived = notices.filter(() => lot.happens(0.8)).map(({ id }) => id);
    if (arrived.length === 0) return;
    await desk.markSent(arrived);
    for (const id of arrived) sent.set(id, tellings);
    if (lot.happens(0.1)) await desk.markSent(arrived);
  }

  function reconcile(): Errand | undefined {
    const day = lot.pickAny([...mirror.days()]);
    return (
      day && {
        action: "reconcile",
        run: (desk) => desk.reconcile(day),
        told: (result) => {
          const { kind } = result as Awaited<ReturnType<Desk["reconcile"]>>; // of that run
          verdict.hold(
            "C9",
            kind === "sound",
            () => `the ledger of ${day.officeId} ${day.date} had to be mended`,
          );
        },
      }
    );
  }

  function use(now: number): Errand | undefined {
    const booking = mirror.booking(traffic.pickCode(now)?.code ?? "");
    if (booking?.state !== "confirmed") return undefined;
    const { officeId, code, start, end } = booking;
    return {
      action: "claimUse",
      run: (desk) => desk.claimUse({ officeId, code, start, at: start, until: end }),
      told: (result) => {
        if ((result as UseClaim).kind !== "first") return; // of that run
        verdict.hold("use", !used.has(code), () => "a ticket was let in twice");
        used.add(code);
      },
    };
  }

  function forget(): Errand | undefined {
    const citizen = lot.pickAny(citizens);
    if (citizen === undefined) return undefined;
    const { name, birthDate } = citizen;
    return { action: "forget", run: (desk) => desk.forget({ details: { name, birthDate } }) };
  }

  function handOver(): Errand | undefined {
    const citizen = lot.pickAny(citizens);
    if (citizen === undefined) return undefined;
    const from = citizen.sender;
    const to = `${from.replace(/ new \d+$/, "")} new ${handedOver++}`;
    citizen.sender = to;
    return { action: "handOver", run: (desk) => desk.handOver({ from, to }) };
  }

  return {
    draw(now) {
      const which = lot.below(100);
      const rare = which < 4 ? forget() : which < 8 ? handOver() : which < 24 ? use(now) : undefined;
      if (rare !== undefined) return rare;
      if (which < 60) return { action: "notices", run: tellNotices };
      return (which < 68 ? reconcile() : undefined) ?? sweep;
    },
    resolveConflicts: (officeId) => {
      const otherwise = lot.pick(["cancel", "keep"] as const);
      const move = lot.pick(["same-day", "nearest-day", "nowhere"] as const);
      return {
        action: "resolveConflicts",
        run: (desk) => desk.resolveConflicts({ officeId, otherwise, move }),
      };
    },
  };
}
