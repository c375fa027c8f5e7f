import { hasShapes, printKinds, printShapes, type ShapesOfEach } from "./shape.js";

/** What is wrong with the object that a call was given; `undefined` where it has the shapes of one of these. */
export function findArgumentFault<T>(
  name: string,
  value: T,
  alternatives: readonly ShapesOfEach<T>[],
): RangeError | undefined {
  if (alternatives.some((shapes) => hasShapes(value, shapes))) return undefined;
  const expected = alternatives.map((shapes) => printShapes(shapes)).join(" or ");
  const names = alternatives.flatMap((shapes) => Object.keys(shapes));
  return new RangeError(`${name}: expected ${expected}, found ${printKinds(value, names)}`);
}

/** @throws RangeError with what was expected and what was found. */
export function checkArguments<T>(name: string, value: T, ...alternatives: readonly ShapesOfEach<T>[]): void {
  const fault = findArgumentFault(name, value, alternatives);
  if (fault !== undefined) throw fault;
}
