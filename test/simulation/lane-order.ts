import type { Delivery } from "./post.js";
import type { Verdict } from "./verdict.js";

/** F1: whoever takes a place in a lane later is decided no earlier. */
export interface LaneOrder {
  readonly decided: (delivery: Delivery, commit: number) => void;
}

export function createLaneOrder(verdict: Verdict): LaneOrder {
  const lanes = new Map<string, { readonly order: number; readonly commit: number }[]>();
  return {
    decided({ errand, process, order }, commit) {
      if (errand.lane === undefined) return;
      const name = `${process} ${errand.lane}`;
      const before = lanes.get(name) ?? [];
      const overtook = before.some((other) => other.order > order && other.commit < commit);
      verdict.hold("F1", !overtook, () => "who came later to a desk was decided earlier");
      lanes.set(name, [...before.slice(-20), { order, commit }]);
    },
  };
}
