const heard: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** What an emitter of events says. */
export type Hear = (said: { readonly code?: unknown }) => void;

export interface Listening {
  /** The event by which a pool gives a connection, which is listened to as well. */
  readonly given: string;
  /** Other events of each. */
  readonly more?: (emitter: object) => Readonly<Record<string, Hear>>;
}

/** An error that nobody listens to would end the process. What failed of it is told to who asked. */
export function listen(emitter: object, listening: Listening): void {
  const { on } = emitter as { on?: (event: string, hear: Hear) => void };
  if (typeof on !== "function" || heard.has(emitter)) return;
  heard.add(emitter);
  on.call(emitter, "error", () => undefined);
  on.call(emitter, listening.given, (client) => listen(client, listening));
  for (const [event, hear] of Object.entries(listening.more?.(emitter) ?? {})) on.call(emitter, event, hear);
}
