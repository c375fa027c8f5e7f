type Method = (...given: unknown[]) => Promise<unknown>;

/** The same methods, each called by what is around it. */
export function aroundMethods<M extends object>(
  methods: M,
  around: (call: () => Promise<unknown>, name: string) => Promise<unknown>,
): M {
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]: [string, Method]) => [
      name,
      (...given: unknown[]) => around(() => method(...given), name),
    ]),
  ) as M; // the same names and types
}
