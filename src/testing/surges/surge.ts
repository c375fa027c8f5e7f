import fc from "fast-check";
import { nextTurn } from "../next-turn.js";
import { below } from "../script.js";
import type { Allocator, GivenPlace, Refusal, SurgeRequest } from "./allocator.js";

/** Many people who want few places: bursts of requests, and between them some give their place back. */
export type Surge = readonly Burst[];

export interface Burst {
  /** Each counts through the places that are given at that time. */
  readonly givenBack: readonly number[];
  readonly arrivals: readonly Arrival[];
}

export interface Arrival {
  readonly sender: number;
  readonly places: number;
  /** Turns of the event loop since the arrival before; most are 0, so that much happens at one time. */
  readonly pause: number;
}

export interface SurgeChoices {
  /** The most people that come in one burst; default 16. */
  readonly arrivals?: number;
  readonly senders?: number;
  /** The largest party; default 2. */
  readonly places?: number;
  readonly bursts?: number;
}

/** Surges, small enough to be read when one is a counterexample. */
export function surge(choices: SurgeChoices = {}): fc.Arbitrary<Surge> {
  const { arrivals = 16, senders = 4, places = 2, bursts = 3 } = choices;
  const arrival = fc.record({
    sender: below(senders),
    places: fc.integer({ min: 1, max: places }),
    pause: fc.oneof({ weight: 15, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  });
  const burst = fc.record({
    givenBack: fc.array(fc.nat(100), { maxLength: 4 }),
    arrivals: fc.array(arrival, { minLength: 1, maxLength: arrivals, size: "max" }),
  });
  return fc.array(burst, { minLength: 1, maxLength: bursts, size: "max" });
}

/** A request of a surge, and the place that it was given. */
export interface SurgeAnswer {
  readonly burst: number;
  readonly request: SurgeRequest;
  readonly place: GivenPlace | undefined;
  /** What a refusal named. */
  readonly instead: readonly string[];
}

export interface SurgeSettings {
  /** How people, senders and requests are called; default what they are. */
  readonly rename?: (name: string) => string;
  /** Who makes a request and which window it is for, by its number; default somebody new, and any. */
  readonly change?: (number: number) => Partial<Pick<SurgeRequest, "person" | "window">>;
  /** Called after each burst with its answers and with all that stand, in the order of the calls. */
  readonly afterBurst?: (answers: readonly SurgeAnswer[], standing: readonly SurgeAnswer[]) => void;
}

/** Plays a surge on an empty day and gives all answers in the order of the calls. */
export async function playSurge(
  { ask }: Allocator,
  bursts: Surge,
  { rename = (name) => name, change = () => ({}), afterBurst }: SurgeSettings = {},
): Promise<readonly SurgeAnswer[]> {
  const answers: SurgeAnswer[] = [];
  let standing: readonly SurgeAnswer[] = [];
  let requests = 0;
  for (const [burst, { givenBack, arrivals }] of bursts.entries()) {
    for (const which of givenBack) {
      const leaving = standing[which % standing.length];
      await leaving?.place?.giveBack();
      standing = standing.filter((answer) => answer !== leaving);
    }
    const asked: Promise<SurgeAnswer>[] = [];
    for (const { sender, places, pause } of arrivals) {
      for (let turn = 0; turn < pause; turn++) await nextTurn();
      const number = requests++;
      const request = {
        requestId: rename(`request-${number}`),
        sender: rename(`sender-${sender}`),
        person: rename(`person-${number}`),
        places,
        ...change(number),
      };
      asked.push(ask(request).then((answer) => ({ burst, request, ...readAnswer(answer) })));
    }
    const answered = await Promise.all(asked);
    answers.push(...answered);
    standing = [...standing, ...answered.filter(({ place }) => place !== undefined)];
    afterBurst?.(answered, standing);
  }
  return answers;
}

function readAnswer(answer: GivenPlace | Refusal | undefined): Pick<SurgeAnswer, "place" | "instead"> {
  if (answer === undefined) return { place: undefined, instead: [] };
  return "instead" in answer ? { place: undefined, ...answer } : { place: answer, instead: [] };
}
