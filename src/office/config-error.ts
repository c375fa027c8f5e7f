import type * as z from "zod/mini";
import { found } from "../input/found.js";

type Path = readonly PropertyKey[];

const expectedOffice = "expected an office";

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
    return [pathOf(path), `${issue.issues[0]?.message ?? expectedOffice}, found ${found(path.at(-1))}`];
  return [pathOf(path), `${issue?.message ?? expectedOffice}, found ${found(valueAt(config, path))}`];
}

/** What is said of an issue whose schema says nothing itself: zod's small form has no words of its own. */
export function expectedBy(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${issue.expected}`;
    case "too_small":
      return `expected ${issue.origin} to have >=${issue.minimum} ${unitOf(issue.origin)}`;
    case "too_big":
      return `expected ${issue.origin} to have <=${issue.maximum} ${unitOf(issue.origin)}`;
    default:
      return expectedOffice;
  }
}

function unitOf(origin: string): string {
  return origin === "string" ? "characters" : "items";
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
