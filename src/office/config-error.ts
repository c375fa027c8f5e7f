import type * as z from "zod";

/** Where a config is wrong, `hours.mon[0]`, and what was expected there. */
export function configError(issue: z.core.$ZodIssue | undefined): [path: string, message: string] {
  const path = issue?.path ?? [];
  if (issue?.code === "unrecognized_keys")
    return [pathOf([...path, issue.keys[0] ?? ""]), "unknown setting; check its spelling"];
  if (issue?.code === "invalid_union") {
    // The member of the union that was meant is the one that got furthest.
    const inner = issue.errors.flat().find((one) => one.path.length > 0 || one.code === "unrecognized_keys");
    if (inner !== undefined) return configError({ ...inner, path: [...path, ...inner.path] });
  }
  if (issue?.code === "invalid_key")
    return [pathOf(path), issue.issues[0]?.message ?? "expected another name"];
  return [pathOf(path), issue?.message ?? "expected an office"];
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
