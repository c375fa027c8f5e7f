import { checkArguments } from "../input/check-arguments.js";
import { aNumber, aText } from "../input/shape.js";
import type { Choice, Reply } from "./reply.js";

/** What a channel has room for. */
export interface ChannelLimits {
  /** How many buttons a message may have; 0 on a channel without buttons. */
  readonly buttons: number;
  /** The longest text that a button may send, in UTF-16 units and in bytes of UTF-8; default any. */
  readonly buttonLength?: number;
  readonly buttonBytes?: number;
  /** The longest text of a message, in UTF-16 units. */
  readonly textLength: number;
}

/** What is sent of a reply, beside its picture. */
export interface FittedReply {
  readonly text: string;
  readonly buttons: readonly Choice[];
}

/**
 * A reply as a channel can show it: as many choices as it has room for are buttons, the others stand below the text,
 * each as the message to be sent. What the text says already is not repeated, and where it is full the last are left out.
 * @throws RangeError where it is no reply, or no limits.
 * @example
 * const { text, buttons } = fitChoices(reply, { buttons: 3, buttonLength: 20, textLength: 1024 });
 */
export function fitChoices(reply: Reply, limits: ChannelLimits): FittedReply {
  checkArguments<Pick<Reply, "text" | "choices">>("reply", reply, { text: aText, choices: ["list"] });
  checkArguments("limits", limits, {
    buttons: aNumber,
    buttonLength: ["number"],
    buttonBytes: ["number"],
    textLength: aNumber,
  });
  const { text, choices = [] } = reply;
  for (const choice of choices) checkArguments("choice", choice, { label: aText, text: aText });
  const { buttonLength = Infinity, buttonBytes = Infinity, textLength } = limits;
  const isShort = ({ text: sends }: Choice) =>
    sends.length <= buttonLength && new TextEncoder().encode(sends).length <= buttonBytes;
  const buttons = choices.filter(isShort).slice(0, limits.buttons);
  let fitted = text;
  for (const choice of choices) {
    if (buttons.includes(choice) || text.split("\n").includes(choice.text)) continue;
    const longer = `${fitted}\n\n${choice.label}:\n${choice.text}`;
    if (longer.length <= textLength) fitted = longer;
  }
  return { text: fitted, buttons };
}
