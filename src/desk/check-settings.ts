import { InvalidConfigError } from "../errors.js";

type Shape = "function" | "object" | "string" | "number";

/** What settings may hold: for each name its shapes, `required` first where it can't be left out. */
export type Shapes<Settings> = {
  readonly [Name in keyof Required<Settings>]: readonly ("required" | Shape)[];
};

/** @throws InvalidConfigError where a setting is missing, has another shape, or is none that there is. */
export function checkSettings<Settings extends object>(settings: Settings, shapes: Shapes<Settings>): void {
  const names = Object.keys(shapes);
  if (typeof settings !== "object" || settings === null)
    throw new InvalidConfigError("", `expected settings with ${names.join(", ")}, found ${typeof settings}`);
  for (const name of Object.keys(settings))
    if (!names.includes(name))
      throw new InvalidConfigError(name, `unknown setting; expected one of ${names.join(", ")}`);
  for (const [name, allowed] of Object.entries<readonly string[]>(shapes)) {
    const value = (settings as Readonly<Record<string, unknown>>)[name];
    const found = value === null ? "null" : typeof value;
    const isRight = value === undefined ? !allowed.includes("required") : allowed.includes(found);
    if (isRight) continue;
    const expected = allowed.filter((shape) => shape !== "required").join(" or ");
    throw new InvalidConfigError(
      name,
      `expected ${expected}, found ${value === undefined ? "nothing" : found}`,
    );
  }
}
