import fc from "fast-check";
import { closeAfter } from "../close-after.js";
import { expect } from "../expect.js";
import type { Rule, Runs } from "../rules/rule-property.js";
import type { Allocator, CreateAllocator } from "./allocator.js";
import { playSurge, type Surge, type SurgeAnswer, surge } from "./surge.js";

/** A rule as a property of whatever gives places away. */
export interface SurgeRule {
  readonly rule: Rule;
  readonly title: string;
  /** Rejects with a counterexample and its seed; `surges` says of what kind, default `surge()`. */
  readonly check: (
    createAllocator: CreateAllocator,
    runs?: Runs,
    surges?: fc.Arbitrary<Surge>,
  ) => Promise<void>;
}

/** The rules that an allocator keeps in a surge. */
export const surgeRules: readonly SurgeRule[] = [
  surgeRule("C1", "C1 in a surge no window has more places given than it has", async (create, bursts) => {
    const allocator = await create();
    await playSurge(allocator, bursts, {
      afterBurst(_, standing) {
        for (const { window, capacity } of allocator.windows)
          expect(placesGiven(standing, window), window).toBeAtMost(capacity);
      },
    });
  }),
  surgeRule(
    "C2",
    "C2 in a surge nobody is refused while a window has room for the party",
    async (create, bursts) => {
      const allocator = await create();
      await playSurge(allocator, bursts, {
        afterBurst(answers, standing) {
          const left = allocator.windows.map(
            ({ window, capacity }) => capacity - placesGiven(standing, window),
          );
          // Within a burst places are only taken, so that one free at its end was free all along.
          for (const { request, place } of answers)
            if (place === undefined) expect(Math.max(...left)).toBeAtMost(request.places - 1);
        },
      });
    },
  ),
  surgeRule(
    "C6",
    "C6 in a surge no number is given twice, also after places were given back",
    async (create, bursts) => {
      const answers = await playSurge(await create(), bursts);
      const numbers = answers.flatMap(({ place }) => place?.number ?? []);
      expect(numbers).toEqual([...new Set(numbers)]);
    },
  ),
  surgeRule(
    "F1",
    "F1 in a surge the earlier of two equal parties is never worse off",
    async (create, bursts) => {
      const allocator = await create();
      // All write from one sender: arrival alone may tell them apart.
      const oneSender = bursts.map((burst) => ({
        ...burst,
        arrivals: burst.arrivals.map((arrival) => ({ ...arrival, sender: 0 })),
      }));
      await playSurge(allocator, oneSender, {
        afterBurst(answers) {
          for (const [index, later] of answers.entries())
            for (const earlier of answers.slice(0, index))
              if (earlier.request.places === later.request.places)
                expect(rank(allocator, earlier)).toBeAtMost(rank(allocator, later));
        },
      });
    },
  ),
  surgeRule("F2", "F2 in a surge other names give everybody the same window", async (create, bursts) => {
    const windows = (answers: readonly SurgeAnswer[]) => answers.map(({ place }) => place?.window ?? "none");
    // Every letter mirrored, so that whoever was first by name is last.
    const rename = (name: string) =>
      [...name].map((letter) => String.fromCharCode(158 - letter.charCodeAt(0))).join("");
    const plain = await playSurge(await create(), bursts);
    const renamed = await playSurge(await create(), bursts, { rename });
    expect(windows(renamed)).toEqual(windows(plain));
  }),
  surgeRule(
    "F3",
    "F3 in a surge other spellings, other senders and more messages bring a person no second place",
    async (create, bursts) => {
      const spellings = [
        (name: string) => name,
        (name: string) => name.toUpperCase(),
        (name: string) => ` ${name.replace("-", " ")} `,
        (name: string) => name.replace("e", "é"),
      ];
      const nameOf = (number: number) => `person-${number % spenders}`;
      const change = (number: number) => ({
        person: spellings[Math.floor(number / spenders) % spellings.length]?.(nameOf(number)) ?? "",
      });
      await playSurge(await create(), bursts, {
        change,
        afterBurst(_, standing) {
          const people = standing.map(({ request }) => nameOf(Number(request.requestId.split("-")[1])));
          expect(people).toEqual([...new Set(people)]);
        },
      });
    },
  ),
  surgeRule(
    "F6",
    "F6 in a surge a refusal names windows that have room, and none only where none has",
    async (create, bursts) => {
      const allocator = await create();
      const { windows } = allocator;
      // One after the other, so that what is seen after a refusal is what the decision saw.
      const oneByOne = bursts.flatMap(({ givenBack, arrivals }) =>
        arrivals.map((arrival, index) => ({ givenBack: index === 0 ? givenBack : [], arrivals: [arrival] })),
      );
      await playSurge(allocator, oneByOne, {
        change: (number) => ({ window: windows[number % windows.length]?.window ?? "" }),
        afterBurst([answer], standing) {
          if (answer === undefined || answer.place !== undefined) return;
          const { request, instead } = answer;
          const free = windows
            .filter(({ window, capacity }) => placesGiven(standing, window) + request.places <= capacity)
            .map(({ window }) => window);
          expect(instead.filter((window) => !free.includes(window))).toEqual([]);
          expect(instead.length > 0).toBe(free.length > 0);
        },
      });
    },
  ),
];

/** So few that each comes again and again. */
const spenders = 3;

function surgeRule(
  rule: Rule,
  title: string,
  holds: (create: CreateAllocator, bursts: Surge) => Promise<void>,
): SurgeRule {
  return {
    rule,
    title,
    async check(createAllocator, runs = {}, surges = surge()) {
      await fc.assert(
        fc.asyncProperty(surges, (bursts) => closeAfter(createAllocator, (open) => holds(open, bursts))),
        runs as fc.Parameters<[Surge]>,
      );
    },
  };
}

function placesGiven(standing: readonly SurgeAnswer[], window: string): number {
  return standing
    .filter(({ place }) => place?.window === window)
    .reduce((sum, { request }) => sum + request.places, 0);
}

/** No place at all is liked least. */
function rank({ preference = [] }: Allocator, { place }: SurgeAnswer): number {
  return place === undefined ? Infinity : preference.indexOf(place.window);
}
