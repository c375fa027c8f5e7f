import type * as z from "zod";
import { found } from "../input/found.js";

type Path = readonly PropertyKey[];

/** Where a config is wrong, `hours.mon[0]`, and what was expected and found there. */
export function configError(
  config: unknown,
  issue: z.core.$ZodIssue | undefined,
): [path: string, message: string] {
  const path = issue?.path ?? [];
  if (issue?.code === "unrecognized_keys")
    return [pathOf([...path, issue.keys[0] ?? ""]), "unknown setting; check its spelling"];
  if (issue?.code === "invalid_union") {
    // The member of the union that was meant is the one that got furthest.
    const inner = issue.errors.flat().find((one) => one.path.length > 0 || one.code === "unrecognized_keys");
    if (inner !== undefined) return configError(config, { ...inner, path: [...path, ...inner.path] });
  }
  if (issue?.code === "invalid_key")
    return [pathOf(path), `${expectedBy(issue.issues[0])}, found ${found(path.at(-1))}`];
  return [pathOf(path), `${expectedBy(issue)}, found ${found(valueAt(config, path))}`];
}

/** The library's own sentences begin with a verdict and end with a type; what was found is said by its value. */
function expectedBy(issue: z.core.$ZodIssue | undefined): string {
  const message = issue?.message ?? "expected an office";
  return message.replace(/^(?:Invalid input|Too small|Too big): /, "").replace(/, received \w+$/, "");
}

function valueAt(config: unknown, path: Path): unknown {
  return path.reduce((value, step) => (value as Readonly<Record<PropertyKey, unknown>>)[step], config);
}

function pathOf(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
