/**
 * The label that is called at the office: window and sequence, `0830-03`; in the second pass of a repeated
 * hour `0130+1-03`. The order of numbers is that of the pair, not of the text.
 */
export function queueNumber(window: string, sequence: number): string {
  return `${window.replace(":", "")}-${String(sequence).padStart(2, "0")}`;
}
