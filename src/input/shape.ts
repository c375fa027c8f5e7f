export type Shape = "function" | "object" | "list" | "string" | "number" | "boolean";

/** What an object may hold: for each name its shapes, `required` first where it can't be left out. */
export type Shapes<T> = { readonly [Name in keyof Required<T>]: readonly ("required" | Shape)[] };

/** One list of shapes for each way to ask. */
export type ShapesOfEach<T> = T extends unknown ? Shapes<T> : never;

export const aText: readonly ["required", "string"] = ["required", "string"];
export const aNumber: readonly ["required", "number"] = ["required", "number"];
export const aList: readonly ["required", "list"] = ["required", "list"];
export const anObject: readonly ["required", "object"] = ["required", "object"];

type AnyShapes = Readonly<Record<string, readonly string[]>>;

/** The shape that a value has, or what it is instead of one. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
}

export function isOfShape(value: unknown, allowed: readonly string[]): boolean {
  return value === undefined ? !allowed.includes("required") : allowed.includes(kindOf(value));
}

/** Whether something is an object whose fields have their shapes. */
export function hasShapes(value: unknown, shapes: AnyShapes): boolean {
  return (
    kindOf(value) === "object" &&
    Object.entries(shapes).every(([name, allowed]) => isOfShape(partOf(value, name), allowed))
  );
}

/** `{ officeId: string, date: string, pool?: string }` */
export function printShapes(shapes: AnyShapes): string {
  const parts = Object.entries(shapes).map(([name, allowed]) => {
    const kinds = allowed.filter((shape) => shape !== "required").join(" or ");
    return `${name}${allowed.includes("required") ? "" : "?"}: ${kinds}`;
  });
  return `{ ${parts.join(", ")} }`;
}

/** What a value has of the same names; never a value itself, which may be somebody's name. */
export function printKinds(value: unknown, names: readonly string[]): string {
  if (kindOf(value) !== "object") return kindOf(value);
  const parts = [...new Set(names)].flatMap((name) => {
    const kind = kindOf(partOf(value, name));
    return kind === "nothing" ? [] : [`${name}: ${kind}`];
  });
  return parts.length === 0 ? "an object with none of them" : `{ ${parts.join(", ")} }`;
}

export function partOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}
