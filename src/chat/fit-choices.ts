import type { Choice, Reply } from "./reply.js";

/** What a channel has room for, in UTF-16 units, or in bytes where it counts those. */
export interface ChannelLimits {
  /** How many buttons a message may have; 0 on a channel without buttons. */
  readonly buttons: number;
  /** The longest text of a button's message; default any. */
  readonly buttonText?: number;
  readonly countIn?: "characters" | "bytes";
  /** The longest text of a message. */
  readonly text: number;
}

export interface FittedReply {
  readonly text: string;
  readonly buttons: readonly Choice[];
}

/**
 * A reply as a channel can show it: as many choices as it has room for are buttons, the others stand below the text,
 * each as the message to be sent. What the text says already is not repeated, and where it is full the last are left out.
 */
export function fitChoices({ text, choices = [] }: Reply, limits: ChannelLimits): FittedReply {
  const lengthOf = (part: string) =>
    limits.countIn === "bytes" ? new TextEncoder().encode(part).length : part.length;
  const isShort = (choice: Choice) => lengthOf(choice.text) <= (limits.buttonText ?? Infinity);
  const buttons = choices.filter(isShort).slice(0, limits.buttons);
  let fitted = text;
  for (const choice of choices) {
    if (buttons.includes(choice) || text.split("\n").includes(choice.text)) continue;
    const longer = `${fitted}\n\n${choice.label}:\n${choice.text}`;
    if (lengthOf(longer) <= limits.text) fitted = longer;
  }
  return { text: fitted, buttons };
}
