import { InvalidConfigError } from "../errors.js";
import { isOfShape, kindOf, partOf, type Shapes } from "./shape.js";

/** @throws InvalidConfigError where a setting is missing, has another shape, or is none that there is. */
export function checkSettings<Settings>(settings: Settings, shapes: Shapes<Settings>): void {
  const names = Object.keys(shapes);
  if (kindOf(settings) !== "object")
    throw new InvalidConfigError("", `expected settings with ${names.join(", ")}, found ${kindOf(settings)}`);
  for (const name of Object.keys(settings as object))
    if (!names.includes(name))
      throw new InvalidConfigError(name, `unknown setting; expected one of ${names.join(", ")}`);
  for (const [name, allowed] of Object.entries<readonly string[]>(shapes)) {
    const value = partOf(settings, name);
    if (isOfShape(value, allowed)) continue;
    const expected = allowed.filter((shape) => shape !== "required").join(" or ");
    throw new InvalidConfigError(name, `expected ${expected}, found ${kindOf(value)}`);
  }
}

/** @throws InvalidConfigError where something lacks a method that is called. */
export function checkMethods(
  path: string,
  value: unknown,
  methods: readonly string[],
  expected: string,
): void {
  const isObject = value !== null && (typeof value === "object" || typeof value === "function");
  const lacking = methods.find((method) => !isObject || typeof partOf(value, method) !== "function");
  if (lacking === undefined) return;
  const found = isObject ? `one without ${lacking}` : kindOf(value);
  throw new InvalidConfigError(path, `expected ${expected}, found ${found}`);
}
