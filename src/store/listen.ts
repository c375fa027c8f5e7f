const heard: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** What an emitter of events says. */
export type Hear = (said: { readonly code?: unknown }) => void;

/**
 * An error that nobody listens to would end the process. What failed of it is told to who asked. A connection may break in
 * the moment in which a pool gives it. `more` are other events of each.
 */
export function listen(
  emitter: object,
  more: (emitter: object) => Readonly<Record<string, Hear>> = () => ({}),
): void {
  const { on } = emitter as { on?: (event: string, hear: Hear) => void };
  if (typeof on !== "function" || heard.has(emitter)) return;
  heard.add(emitter);
  on.call(emitter, "error", () => undefined);
  on.call(emitter, "acquire", (client) => listen(client, more));
  for (const [event, hear] of Object.entries(more(emitter))) on.call(emitter, event, hear);
}
