import { StoreError } from "../../errors.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { rules } from "../rules/rules.js";
import { snapshot } from "../snapshot.js";
import { createWorldOn, dates } from "../world.js";
import type { ConformanceTest } from "./conformance-test.js";

/** One transaction after the other: what several do to each other has tests of its own. */
function inTurn(open: OpenStore): OpenStore {
  return async () => {
    const { connect, ...opened } = await open();
    let last: Promise<unknown> = Promise.resolve();
    return {
      ...opened,
      async connect() {
        const store = await connect();
        return {
          ...store,
          transact(scope, decide) {
            const turn = last.then(() => store.transact(scope, decide));
            last = turn.catch(() => undefined);
            return turn;
          },
        };
      },
    };
  };
}

const ofStores = rules.filter(({ rule }) => rule.startsWith("C"));

/** Commits, and then the first reply is lost. */
function losingReply(store: Store): Store {
  let replies = 0;
  return {
    ...store,
    async transact(scope, decide) {
      const result = await store.transact(scope, decide);
      if (replies++ === 0) throw new StoreError("The connection broke.", { retryable: true });
      return result;
    },
  };
}

async function answersAfterLostReply(open: OpenStore): Promise<void> {
  const offices = smallOffices(5, noLimits);
  const world = await createWorldOn(open)({ offices, desks: 1, wrap: losingReply });
  const call = {
    requestId: "request",
    sender: "sender",
    officeId: "north",
    date: dates[0] ?? "",
    people: [{ key: "person", details: {} }],
  };
  const [desk] = world.desks;
  const failure = await desk?.hold(call).catch((error: unknown) => error);
  expect(failure instanceof StoreError).toBe(true);
  const committed = await snapshot(world);
  expect(committed).toHaveLength(1);
  expect(await desk?.hold(call)).toEqual({ kind: "held", booking: committed[0] } as never);
  expect(await snapshot(world)).toEqual(committed);
  await world.close();
}

export const wholeDesks: readonly ConformanceTest[] = [
  ...ofStores.map(({ title, check }) => ({
    title,
    run: (open: OpenStore, numRuns: number) => check(createWorldOn(inTurn(open)), { numRuns }),
  })),
  {
    title: "answers a request whose reply was lost with what was committed, and does it no second time",
    run: answersAfterLostReply,
  },
];
