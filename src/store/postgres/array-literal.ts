/** A value of a column; what is missing is NULL, a boolean 1 or 0, and an object is kept as JSON. */
export type ArrayValue = string | number | boolean | object | undefined;

/** The values of a column as PostgreSQL reads them, https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO. */
export function arrayLiteral(values: readonly ArrayValue[]): string {
  const texts = values.map(textOf);
  // JSON writes an array in the same way but for brackets and control characters, and many times as fast.
  const elements = JSON.stringify(texts).slice(1, -1);
  return `{${/\\[^"\\]/.test(elements) ? texts.map(elementOf).join() : elements}}`;
}

function textOf(value: ArrayValue): string | number | undefined {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function elementOf(value: string | number | undefined): string {
  if (typeof value !== "string") return String(value ?? "NULL");
  // Half a character has no bytes, and in place of it the driver would send one that others may have, too.
  return `"${value.replace(/["\\]/g, "\\$&").replace(/\p{Cs}/gu, "\0")}"`;
}
