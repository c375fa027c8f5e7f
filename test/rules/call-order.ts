import type { Desk } from "giliran";

/** Of the holds that are asked for in one moment the last is brought to the desk first. */
export function momentsReversed(desk: Desk): Pick<Desk, "hold"> {
  let gathered: (() => void)[] = [];
  return {
    hold: (call) =>
      new Promise((resolve, reject) => {
        if (gathered.length === 0)
          queueMicrotask(() => {
            const all = gathered.reverse();
            gathered = [];
            for (const bring of all) bring();
          });
        gathered.push(() => void desk.hold(call).then(resolve, reject));
      }),
  };
}

/** One hold after the other, and of those that wait the one that came last. */
export function lastComeFirst(desk: Desk): Pick<Desk, "hold"> {
  const waiting: (() => Promise<void>)[] = [];
  let isWorking = false;

  async function work(): Promise<void> {
    isWorking = true;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next();
    isWorking = false;
  }

  return {
    hold: (call) =>
      new Promise((resolve, reject) => {
        waiting.push(() => desk.hold(call).then(resolve, reject));
        if (!isWorking) void work();
      }),
  };
}
