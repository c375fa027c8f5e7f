import { nextTurn } from "../next-turn.js";
import type { Rule } from "../rules/rule-property.js";
import type { Allocator, CreateAllocator, GivenPlace, SurgeRequest, SurgeWindow } from "./allocator.js";

/** An allocator that breaks one rule and no other. */
export interface BrokenAllocator {
  readonly rule: Rule;
  readonly why: string;
  readonly create: CreateAllocator;
}

const windows: readonly SurgeWindow[] = [
  { window: "08:00", places: 3 },
  { window: "09:00", places: 3 },
];

/** A day on paper: what is taken of each window, and how many parties are there. */
function openPaper() {
  const taken = new Map<string, number>();
  const add = (window: string, places: number) => taken.set(window, (taken.get(window) ?? 0) + places);
  let given = 0;
  const paper = {
    standing: 0,
    hasRoom: ({ window, places }: SurgeWindow, wanted: number) => (taken.get(window) ?? 0) + wanted <= places,
    firstWithRoom: (wanted: number) => windows.find((window) => paper.hasRoom(window, wanted)),
    give({ window }: SurgeWindow, places: number, number = ++given): GivenPlace {
      add(window, places);
      paper.standing++;
      const giveBack = async () => {
        add(window, -places);
        paper.standing--;
      };
      return { window, number: `${number}`, giveBack };
    },
  };
  return paper;
}

type Paper = ReturnType<typeof openPaper>;

function onPaper(askWith: (paper: Paper) => Allocator["ask"]): Allocator {
  return { windows, preference: windows.map(({ window }) => window), ask: askWith(openPaper()) };
}

/** Those who come in one turn of the event loop, decided together in the order that `sort` gives them. */
function inBatches(sort: (batch: readonly SurgeRequest[]) => readonly SurgeRequest[]): Allocator {
  return onPaper((paper) => {
    let batch: SurgeRequest[] = [];
    let decided: Promise<ReadonlyMap<SurgeRequest, GivenPlace>> | undefined;
    async function decide() {
      await nextTurn();
      const places = new Map<SurgeRequest, GivenPlace>();
      for (const request of sort(batch)) {
        const window = paper.firstWithRoom(request.places);
        if (window !== undefined) places.set(request, paper.give(window, request.places));
      }
      batch = [];
      decided = undefined;
      return places;
    }
    return async (request) => {
      batch.push(request);
      decided ??= decide();
      return (await decided).get(request);
    };
  });
}

/** By the book: keeps every rule. */
export const fairAllocator: CreateAllocator = () => inBatches((batch) => batch);

/** What many write first; each is caught by its rule and by no other. */
export const brokenAllocators: readonly BrokenAllocator[] = [
  {
    rule: "C1",
    why: "counts, then inserts: two who counted at one time both get the last place",
    create: () =>
      onPaper((paper) => async ({ places }) => {
        const window = paper.firstWithRoom(places);
        await nextTurn();
        return window && paper.give(window, places);
      }),
  },
  {
    rule: "C2",
    why: "goes on to the next window where a party does not fit, and never back",
    create: () =>
      onPaper((paper) => {
        const left = [...windows];
        return async ({ places }) => {
          while (left[0] !== undefined && !paper.hasRoom(left[0], places)) left.shift();
          return left[0] && paper.give(left[0], places);
        };
      }),
  },
  {
    rule: "C6",
    why: "numbers by COUNT + 1: who gives a place back leaves a number that is given once more",
    create: () =>
      onPaper((paper) => async ({ places }) => {
        const window = paper.firstWithRoom(places);
        return window && paper.give(window, places, paper.standing + 1);
      }),
  },
  {
    rule: "F1",
    why: "serves the last who came first, of those who come together",
    create: () => inBatches((batch) => batch.toReversed()),
  },
  {
    rule: "F2",
    why: "prefers some senders, of those who come together",
    create: () =>
      inBatches((batch) =>
        batch.toSorted((a, b) => (a.sender < b.sender ? -1 : a.sender > b.sender ? 1 : 0)),
      ),
  },
];
