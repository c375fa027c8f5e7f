import { kindOf } from "../input/shape.js";
import { expectedText, isStorable, isText } from "./check-call.js";
import type { SenderNote } from "./notes.js";

/** @throws RangeError where it could not be stored: notes share a lane, and one that fails there fails others. */
export function checkNote({ sender, at, draft }: SenderNote): void {
  checkSender("sender", sender);
  checkInstant("at", at);
  if (draft === undefined) return;
  checkInstant("draft.until", draft.until);
  if (typeof draft.content !== "string" || !isStorable(draft.content))
    throw new RangeError("draft.content: expected a text without NUL and halves of surrogate pairs.");
}

/** @throws RangeError where it can be nobody's address; what was found is not quoted, as it may be one. */
export function checkSender(name: string, sender: string): void {
  if (!isText(sender)) throw new RangeError(`${name}: expected ${expectedText}, found something else.`);
}

function checkInstant(name: string, instant: number): void {
  if (!Number.isSafeInteger(instant))
    throw new RangeError(
      `${name}: expected whole epoch milliseconds, found ${typeof instant === "number" ? instant : kindOf(instant)}.`,
    );
}
