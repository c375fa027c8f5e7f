import type { OutcomeOf } from "../booking/actions/actions.js";
import type { Booking, HeldBooking } from "../booking/booking.js";
import type { CodeCall, HoldCall, RescheduleCall } from "../desk/calls.js";
import type { Desk } from "../desk/desk.js";
import type { CodeMove, HoldMove, RescheduleMove, ScriptMove, Step } from "./script.js";
import { dates, type World } from "./world.js";

/** A call that was made, when, and its answer. */
export type PlayedTurn = { readonly step: number; readonly at: number } & {
  readonly [A in keyof CallOf]: {
    readonly action: A;
    readonly call: CallOf[A];
    readonly outcome: OutcomeOf[A];
  };
}[keyof CallOf];

interface CallOf {
  readonly hold: HoldCall;
  readonly joinWaitingList: HoldCall;
  readonly confirm: CodeCall;
  readonly cancel: CodeCall;
  readonly extend: CodeCall;
  readonly reschedule: RescheduleCall;
}

export interface PlaySettings {
  /** Called after each step with the turns of that step. */
  readonly afterStep?: (turns: readonly PlayedTurn[]) => Promise<void>;
  /** How people, senders and requests are called; default what they are. */
  readonly rename?: (name: string) => string;
  /** A call that rejects is told here and leaves no turn; default the script fails. */
  readonly failed?: (error: unknown) => void;
}

/** Plays a script and gives all that was answered, in the order of the calls. */
export async function play(
  world: World,
  steps: readonly Step[],
  { afterStep, rename = (name) => name, failed = rethrow }: PlaySettings = {},
): Promise<readonly PlayedTurn[]> {
  const turns: PlayedTurn[] = [];
  let calls = 0;

  function holdCall(move: HoldMove): HoldCall {
    const name = calls++;
    const person = move.person ?? `new-${name}`;
    const keys = Array.from({ length: move.places }, (_, index) => rename(`person-${person}-${index}`));
    return {
      requestId: rename(`request-${name}`),
      officeId: world.offices[move.office]?.id ?? "",
      date: dates[move.date] ?? "",
      people: keys.map((key) => ({ key, details: { remark: move.remark } })),
      sender: rename(`sender-${move.sender}`),
      pool: move.pool,
    };
  }

  function codeCall({ which }: CodeMove | RescheduleMove): CodeCall | undefined {
    const given = givenBookings(turns);
    const booking = given[which % given.length];
    return booking?.sender === undefined
      ? undefined
      : { requestId: rename(`request-${calls++}`), code: booking.code, sender: booking.sender };
  }

  async function make(move: ScriptMove, step: number): Promise<PlayedTurn | undefined> {
    const when = { step, at: world.time.now };
    const desk = deskOf(world, move.desk);
    if ("pool" in move) {
      const { action } = move;
      const call = holdCall(move);
      return { ...when, action, call, outcome: await desk[action](call) } as PlayedTurn; // of that action
    }
    const call = codeCall(move);
    if (call === undefined) return undefined;
    if (move.action === "reschedule") {
      const moved = { ...call, date: dates[move.date] ?? "" };
      return { ...when, action: "reschedule", call: moved, outcome: await desk.reschedule(moved) };
    }
    const { action } = move;
    return { ...when, action, call, outcome: await desk[action](call) } as PlayedTurn; // of that action
  }

  for (const [index, { waitMs, moves }] of steps.entries()) {
    world.time.now += waitMs;
    const made = await Promise.all(moves.map((move) => make(move, index).catch(failed)));
    const now = made.filter((turn) => turn !== undefined);
    turns.push(...now);
    await afterStep?.(now);
  }
  return turns;
}

function rethrow(error: unknown): never {
  throw error;
}

export function deskOf(world: World, number: number): Desk {
  const desk = world.desks[number % world.desks.length];
  if (desk === undefined) throw new Error("A world needs a desk.");
  return desk;
}

/** The bookings that were held, in the order of the calls. */
export function heldBookings(turns: readonly PlayedTurn[]): readonly HeldBooking[] {
  return turns.flatMap(({ outcome }) => (outcome.kind === "held" ? [outcome.booking] : []));
}

/** All bookings that were made, whatever became of them, in the order of the calls. */
function givenBookings(turns: readonly PlayedTurn[]): readonly Booking[] {
  return turns.flatMap(({ outcome }) =>
    outcome.kind === "held" ||
    outcome.kind === "rescheduled" ||
    (outcome.kind === "waiting" && "position" in outcome)
      ? [outcome.booking]
      : [],
  );
}
