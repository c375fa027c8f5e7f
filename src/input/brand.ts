/**
 * A mark that says by which function a value was made; what is copied or written by hand lacks it. The symbols are
 * those of the whole program, since it may have loaded the package as a module and by `require`.
 */
export interface Brand {
  /** Marks a value before it is frozen. */
  readonly mark: (value: object) => void;
  readonly isOn: (value: unknown) => boolean;
}

export function createBrand(name: string): Brand {
  const symbol = Symbol.for(`giliran ${name}`);
  return {
    mark: (value) => void Object.defineProperty(value, symbol, { value: true }),
    isOn: (value) => typeof value === "object" && value !== null && Object.hasOwn(value, symbol),
  };
}
