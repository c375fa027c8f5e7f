/** The text on one line and at most `length` UTF-16 units long; what is cut off leaves `…`. */
export function clip(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/\p{Surrogate}$/u, "")}…`;
}
