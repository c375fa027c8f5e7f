import { minute } from "../input/instant.js";

/** `too-fast` is said once, then the sender hears nothing until the minute is over. */
export type Pace = "steady" | "too-fast" | "silence";

/** More senders than that in a minute are not all remembered; who is forgotten is counted from one again. */
const mostSenders = 10_000;

/** Counts the messages of each sender by the minute in which they were sent, in this process alone. */
export function createPace(mostPerMinute: number): (sender: string, at: number) => Pace {
  const counted = new Map<string, { minute: number; count: number }>();
  return (sender, at) => {
    const sentIn = Math.floor(at / minute);
    const known = counted.get(sender);
    // A message that was delivered late belongs to the minute that runs; a wrong clock stops nobody for long.
    const isSame = known !== undefined && (known.minute === sentIn || known.minute === sentIn + 1);
    const entry = isSame ? known : { minute: sentIn, count: 0 };
    entry.count++;
    counted.delete(sender);
    counted.set(sender, entry);
    const [oldest] = counted.keys();
    if (counted.size > mostSenders && oldest !== undefined) counted.delete(oldest);
    if (entry.count <= mostPerMinute) return "steady";
    return entry.count === mostPerMinute + 1 ? "too-fast" : "silence";
  };
}
