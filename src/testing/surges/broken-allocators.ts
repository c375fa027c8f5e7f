import { nextTurn } from "../next-turn.js";
import type { Rule } from "../rules/rule-property.js";
import type { Allocator, CreateAllocator, GivenPlace, SurgeRequest, SurgeWindow } from "./allocator.js";

/** An allocator that breaks one rule and no other. */
export interface BrokenAllocator {
  readonly rule: Rule;
  readonly why: string;
  /** Makes one on an empty day. */
  readonly create: CreateAllocator;
}

const windows: readonly SurgeWindow[] = [
  { window: "08:00", capacity: 3 },
  { window: "09:00", capacity: 3 },
];

/** A day on paper: what is taken of each window, and how many parties are there. */
function openPaper() {
  const taken = new Map<string, number>();
  const add = (window: string, places: number) => taken.set(window, (taken.get(window) ?? 0) + places);
  let given = 0;
  const paper = {
    standing: 0,
    hasRoom: ({ window, capacity }: SurgeWindow, wanted: number) =>
      (taken.get(window) ?? 0) + wanted <= capacity,
    withRoom: (wanted: number) => windows.filter((window) => paper.hasRoom(window, wanted)),
    firstWithRoom: ({ places, window: asked }: SurgeRequest) =>
      paper.withRoom(places).find(({ window }) => window === (asked ?? window)),
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
type Ask = (request: SurgeRequest) => Promise<GivenPlace | undefined>;

/** What is done alike by whoever breaks another rule. */
interface Habits {
  /** Who somebody is; default the name without regard to how it is written. */
  readonly personOf?: (request: SurgeRequest) => string;
  /** What a refusal names; default what has room. */
  readonly instead?: (paper: Paper, places: number) => readonly SurgeWindow[];
}

function onPaper(askWith: (paper: Paper) => Ask, habits: Habits = {}): Allocator {
  const { personOf = ({ person }) => plainName(person), instead = byRoom } = habits;
  const paper = openPaper();
  const ask = askWith(paper);
  const standing = new Set<string>();
  return {
    windows,
    preference: windows.map(({ window }) => window),
    async ask(request) {
      const person = personOf(request);
      if (standing.has(person)) return undefined;
      standing.add(person);
      const place = await ask(request);
      if (place === undefined) standing.delete(person);
      else
        return {
          ...place,
          async giveBack() {
            standing.delete(person);
            await place.giveBack();
          },
        };
      return { instead: instead(paper, request.places).map(({ window }) => window) };
    },
  };
}

function byRoom(paper: Paper, places: number): readonly SurgeWindow[] {
  return paper.withRoom(places);
}

function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The first window with room, for who comes first. */
const byTheBook =
  (paper: Paper): Ask =>
  async (request) => {
    const window = paper.firstWithRoom(request);
    return window && paper.give(window, request.places);
  };

/** Those who come in one turn of the event loop, decided together in the order that `sort` gives them. */
function inBatches(sort: (batch: readonly SurgeRequest[]) => readonly SurgeRequest[]): Allocator {
  return onPaper((paper) => {
    let batch: SurgeRequest[] = [];
    let decided: Promise<ReadonlyMap<SurgeRequest, GivenPlace>> | undefined;
    async function decide() {
      await nextTurn();
      const places = new Map<SurgeRequest, GivenPlace>();
      for (const request of sort(batch)) {
        const window = paper.firstWithRoom(request);
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
      onPaper((paper) => async (request) => {
        const window = paper.firstWithRoom(request);
        await nextTurn();
        return window && paper.give(window, request.places);
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
      onPaper((paper) => async (request) => {
        const window = paper.firstWithRoom(request);
        return window && paper.give(window, request.places, paper.standing + 1);
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
  {
    rule: "F3",
    why: "knows people by their sender: who writes from another phone gets another place",
    create: () => onPaper(byTheBook, { personOf: ({ sender, person }) => `${sender} ${plainName(person)}` }),
  },
  {
    rule: "F6",
    why: "says that a window is full, and not which others have room",
    create: () => onPaper(byTheBook, { instead: () => [] }),
  },
];
