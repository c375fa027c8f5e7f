import type { ActionName, Outcome, OutcomeOf } from "../booking/actions/actions.js";
import type { FoundAnswer } from "../desk/queries.js";
import type { Replies } from "./replies.js";
import type { Reply } from "./reply.js";

/** How an outcome is put into words again; the chat has none for actions that no message asks for. */
type Repeats = { readonly [Name in ActionName]?: (outcome: OutcomeOf[Name]) => Promise<Reply> };

/** A message that is delivered again is answered as it was, though its words may be read otherwise by now. */
export function repeat(known: FoundAnswer, replies: Replies): Promise<Reply> {
  if (known.kind === "request-id-conflict") return replies.hold(known);
  const repeats: Repeats = replies;
  // TypeScript can't tie the outcome to the reply of its own action; `Repeats` does.
  const again = repeats[known.action] as ((outcome: Outcome) => Promise<Reply>) | undefined;
  return again === undefined ? replies.hold({ kind: "request-id-conflict" }) : again(known.outcome);
}
