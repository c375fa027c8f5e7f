const longest = 60;

/** What was given where something else was expected, for an error: as JSON, and not more of it than fits a line. */
export function found(value: unknown): string {
  const text = print(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
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
