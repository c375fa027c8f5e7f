import { InvalidConfigError } from "../errors.js";

/** What a queue number stands for; unique at an office on a date, and in the order of window, then sequence. */
export interface QueueNumber {
  readonly officeId: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The window's local start, `08:30`; in the second pass of a repeated hour `01:30+1`. */
  readonly window: string;
  /** Counts the numbers given in the window, from 1; none is given twice. */
  readonly sequence: number;
}

/** Writes a queue number as it is called at the office. */
export type QueueNumberLabel = (number: QueueNumber) => string;

/**
 * The default label: window and sequence, `0830-03`; in the second pass of a repeated hour `0130+1-03`.
 * @example
 * queueNumber({ officeId: "bali", date: "2017-08-10", window: "08:30", sequence: 3 }); // "0830-03"
 */
export const queueNumber: QueueNumberLabel = ({ window, sequence }) =>
  `${window.replace(":", "")}-${String(sequence).padStart(2, "0")}`;

const longestLabel = 32;
/** Of an office's id and a label: a signed ticket with more is longer than a QR code that phones read. */
const mostBytes = 128;
/** Where labels that are not padded or that wrap around get out of order. */
const sequences = [1, 2, 3, 9, 10, 11, 12, 26, 27, 99, 100, 101, 999, 1000, 1001];

/**
 * Tries a label on a date's windows, which are in order.
 * @throws InvalidConfigError where it throws, where two labels are alike, or where they are in another order than their
 * numbers, as people read them: `A-9` before `A-10`. Between the two passes of an hour that clocks repeat any order is right.
 */
export function checkQueueNumbers(
  label: QueueNumberLabel,
  { officeId, date, windows }: { officeId: string; date: string; windows: readonly string[] },
): void {
  const order = new Intl.Collator("en", { numeric: true });
  const known = new Set<string>();
  let before: { readonly text: string; readonly window: string } | undefined;
  for (const window of windows)
    for (const sequence of sequences) {
      const text = labelOf(label, { officeId, date, window, sequence });
      const found = `found ${JSON.stringify(text)} for window ${window} and sequence ${sequence}`;
      if (typeof text !== "string" || text.length < 1 || text.length > longestLabel)
        throw new InvalidConfigError("queueNumber", `expected 1 to ${longestLabel} characters, ${found}`);
      if (bytesOf(officeId) + bytesOf(text) > mostBytes)
        throw new InvalidConfigError(
          "queueNumber",
          `expected a label that fits a barcode with the id ${officeId}: ${mostBytes - bytesOf(officeId)} bytes at most, ${found}`,
        );
      if (before !== undefined && isSamePass(before.window, window) && order.compare(before.text, text) >= 0)
        throw new InvalidConfigError(
          "queueNumber",
          `expected a label that comes after "${before.text}", ${found}`,
        );
      if (known.has(text))
        throw new InvalidConfigError("queueNumber", `expected a label of its own, ${found}`);
      known.add(text);
      before = { text, window };
    }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function labelOf(label: QueueNumberLabel, number: QueueNumber): string {
  try {
    return label(number);
  } catch {
    const { window, sequence } = number;
    throw new InvalidConfigError(
      "queueNumber",
      `expected a label, found that it throws for window ${window} and sequence ${sequence}`,
    );
  }
}

function isSamePass(a: string, b: string): boolean {
  return a.endsWith("+1") === b.endsWith("+1");
}
