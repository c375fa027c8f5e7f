interface Closable {
  readonly close?: () => Promise<void> | void;
}

/** Runs `work` with `create`, and closes all that it made. */
export async function closeAfter<Settings extends readonly unknown[], Made extends Closable>(
  create: (...settings: Settings) => Made | Promise<Made>,
  work: (create: (...settings: Settings) => Promise<Made>) => Promise<void>,
): Promise<void> {
  const made: Made[] = [];
  try {
    await work(async (...settings) => {
      const one = await create(...settings);
      made.push(one);
      return one;
    });
  } finally {
    for (const one of made) await one.close?.();
  }
}
