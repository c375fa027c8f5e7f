/** A config that can't work. `path` names the wrong part (`hours.mon[0]`), the message what was expected there. */
export class InvalidConfigError extends Error {
  override readonly name = "InvalidConfigError";
  readonly path: string;

  constructor(path: string, message: string) {
    super(path === "" ? message : `${path}: ${message}`);
    this.path = path;
  }
}

/**
 * The store did not do what was asked; nothing was acknowledged. Not for refusals: those are outcomes.
 * Where `retryable`, the same call with the same request id may be made again and is safe.
 */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly retryable: boolean;
  /** How long to wait before that, where it is known; milliseconds. */
  readonly retryAfterMs?: number;
  /** Set where the store refused the very records that it was given; without them it would have saved the others. */
  readonly recordsRefused: boolean;

  constructor(
    message: string,
    options: {
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
      readonly recordsRefused?: boolean;
      readonly cause?: unknown;
    },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryable = options.retryable;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
    this.recordsRefused = options.recordsRefused ?? false;
  }
}

/** The `deadline` of a call came before it was decided: nothing was done. With another one it may be asked again. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** The records contradict a rule. It means a fault in giliran, in a store, or in something else that wrote the records. */
export class BrokenInvariantError extends Error {
  override readonly name = "BrokenInvariantError";
}
