const longest = 60;

/** What was given where something else was expected, for an error: as JSON, and not more of it than fits a line. */
export function found(value: unknown): string {
  const text = escapeControls(print(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** With the signs seen that a terminal or a page obeys: control characters, and those that turn the direction. */
function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

function print(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value; // a ring, or a value that JSON does not have
  }
}
