import { hasShapes, printKinds, printShapes, type Shapes } from "./shape.js";

/** One list of shapes for each way to ask. */
type Alternatives<T> = T extends unknown ? Shapes<T> : never;

/** What is wrong with the object that a call was given; `undefined` where it has the shapes of one of these. */
export function findArgumentFault<T>(
  name: string,
  value: T,
  alternatives: readonly Alternatives<T>[],
): RangeError | undefined {
  if (alternatives.some((shapes) => hasShapes(value, shapes))) return undefined;
  const expected = alternatives.map((shapes) => printShapes(shapes)).join(" or ");
  const names = alternatives.flatMap((shapes) => Object.keys(shapes));
  return new RangeError(`${name}: expected ${expected}, found ${printKinds(value, names)}`);
}

/** @throws RangeError with what was expected and what was found. */
export function checkArguments<T>(name: string, value: T, ...alternatives: readonly Alternatives<T>[]): void {
  const fault = findArgumentFault(name, value, alternatives);
  if (fault !== undefined) throw fault;
}
