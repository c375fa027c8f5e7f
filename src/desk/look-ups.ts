/** The look-ups of codes that are under way. */
export interface LookUps {
  readonly follow: <T>(lookUp: Promise<T>) => Promise<T>;
  /** Resolves once those that are under way now have ended, or have had their time. */
  readonly ended: () => Promise<void>;
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
    async ended() {
      if (underWay.size === 0) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs);
      });
      const waitedFor = [...underWay];
      await Promise.race([Promise.all(waitedFor), patience]);
      clearTimeout(timer);
      for (const lookUp of waitedFor) underWay.delete(lookUp);
    },
  };
}
