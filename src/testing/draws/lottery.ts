import { allot } from "../../draw/allotment.js";
import { announce } from "../../draw/announcement.js";
import { makeBundle, printBundle } from "../../draw/bundle.js";
import { drawOrder } from "../../draw/marks.js";
import { substitutes } from "../../draw/substitutes.js";
import { verifyDraw } from "../../draw/verify.js";

/** Whatever draws by lot: the functions of `giliran/draw`, or others that are to be held to the same rules. */
export interface Lottery {
  /** What is published before the round. */
  readonly announce: typeof announce;
  /** The entries in the order in which they are served. */
  readonly drawOrder: typeof drawOrder;
  /** Who gets which place, served in that order. */
  readonly allot: typeof allot;
  /** The draw whole, after the round. */
  readonly makeBundle: typeof makeBundle;
  /** The draw as its file. */
  readonly printBundle: typeof printBundle;
  /** What somebody says of the draw who has the file alone. */
  readonly verifyDraw: typeof verifyDraw;
  /** Who gets what came back. */
  readonly substitutes: typeof substitutes;
}

/** That of `giliran/draw`. */
export const lottery: Lottery = {
  announce,
  drawOrder,
  allot,
  makeBundle,
  printBundle,
  verifyDraw,
  substitutes,
};
