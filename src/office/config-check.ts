import { InvalidConfigError } from "../errors.js";
import { found } from "../input/found.js";
import { kindOf } from "../input/shape.js";

/**
 * Gives a part of a config as it is kept.
 * @throws InvalidConfigError for the first of it that is wrong
 */
export type Check<T> = (value: unknown, path: string) => T;

/** A check for each setting, `optional` where it can be left out; none is forgotten, and no other is allowed. */
export type Settings<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name>
    ? { readonly optional: Check<NonNullable<T[Name]>> }
    : Check<T[Name]>;
};

type AnySettings = Readonly<Record<string, Check<unknown> | { readonly optional: Check<unknown> }>>;

/** @throws InvalidConfigError always */
export function wrong(path: string, expected: string, value: unknown): never {
  throw new InvalidConfigError(path, `expected ${expected}, found ${found(value)}`);
}

function text(value: unknown, path: string): string {
  return typeof value === "string" ? value : wrong(path, "string", value);
}

export function matching(fits: (text: string) => boolean, expected: string): Check<string> {
  return (value, path) => (fits(text(value, path)) ? String(value) : wrong(path, expected, value));
}

/** Text without blanks around it, of 1 to so many characters. */
export function textUpTo(most: number): Check<string> {
  return (value, path) => {
    const trimmed = text(value, path).trim();
    if (trimmed === "") return wrong(path, "string to have >=1 characters", value);
    return [...trimmed].length > most ? wrong(path, `string to have <=${most} characters`, value) : trimmed;
  };
}

export function numberUpTo(most: number): Check<number> {
  return (value, path) =>
    typeof value === "number" && value >= 0 && value <= most
      ? value
      : wrong(path, `a number from 0 to ${most}`, value);
}

export function wholeNumber(least: number, most: number): Check<number> {
  return (value, path) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? (value as number)
      : wrong(path, `a whole number from ${least} to ${most}`, value);
}

export function listOf<T>(
  check: Check<T>,
  least = 0,
  most: number = Number.POSITIVE_INFINITY,
  name = "array",
): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, name, value);
    if (value.length < least) return wrong(path, `array to have >=${least} items`, value);
    if (value.length > most) return wrong(path, `array to have <=${most} items`, value);
    return Array.from(value, (item, index) => check(item, `${path}[${index}]`));
  };
}

/** Any number of entries; a map, say, has none that could be read. */
export function recordOf<T>(key: Check<string>, check: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(asRecord(value, path)).map(([name, entry]) => {
        const at = partPath(path, name);
        return [key(name, at), check(entry, at)];
      }),
    );
}

export function settings<T extends object>(parts: Settings<T>): Check<T> {
  return (value, path) => {
    if (kindOf(value) !== "object") return wrong(path, "object", value);
    const given = value as Readonly<Record<string, unknown>>;
    const kept: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(parts as AnySettings)) {
      const check = typeof part === "function" ? part : part.optional;
      if (check === part || name in given) kept[name] = check(given[name], partPath(path, name));
    }
    for (const name in given)
      if (!Object.hasOwn(parts, name))
        throw new InvalidConfigError(partPath(path, name), "unknown setting; check its spelling");
    return kept as T; // each of its parts is checked
  };
}

export function byDefault<T>(check: Check<T>, usual: unknown): Check<T> {
  return (value = usual, path) => check(value, path);
}

export function asRecord(value: unknown, path: string): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : wrong(path, "record", value);
}

/** Whether something is a plain object, also one of another window's. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (kindOf(value) !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype, "isPrototypeOf");
}

function partPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
