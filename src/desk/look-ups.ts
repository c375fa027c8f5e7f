/** The look-ups of codes that are under way. */
export interface LookUps {
  readonly follow: <T>(lookUp: Promise<T>) => Promise<T>;
  /** Resolves once those that are under way now have ended, or have had their time; `undefined` where there are none. */
  readonly ended: () => Promise<void> | undefined;
}

/** Long for a look-up; whoever takes longer loses a place in the order and holds nobody up any further. */
export const patienceMs = 500;

/** Until the office of an earlier call's code is known, that call may have to go before a later one. */
export function createLookUps(): LookUps {
  const underWay = new Set<Promise<void>>();
  return {
    follow(lookUp) {
      const end: Promise<void> = lookUp.then(
        () => void underWay.delete(end),
        () => void underWay.delete(end),
      );
      underWay.add(end);
      return lookUp;
    },
    ended: () => (underWay.size === 0 ? undefined : endOf([...underWay])),
  };

  async function endOf(waitedFor: readonly Promise<void>[]): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([Promise.all(waitedFor), patience]);
    clearTimeout(timer);
    for (const lookUp of waitedFor) underWay.delete(lookUp);
  }
}
