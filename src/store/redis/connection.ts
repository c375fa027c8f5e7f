import { StoreError } from "../../errors.js";

/** A client of `redis`, by the one method that the store calls. */
export interface NodeRedisClient {
  sendCommand(command: string[]): Promise<unknown>;
}

/** A client of `ioredis`, by the one method that the store calls. */
export interface IoRedisClient {
  call(command: string, ...values: string[]): Promise<unknown>;
}

export interface RedisConnection {
  readonly command: (...words: readonly string[]) => Promise<unknown>;
  /** Runs a script on the one key that all others begin with. */
  readonly script: (script: string, ...values: readonly string[]) => Promise<unknown>;
}

export function createRedisConnection(client: NodeRedisClient | IoRedisClient, key: string): RedisConnection {
  const known = new Map<string, Promise<unknown>>();

  async function command(...words: readonly string[]): Promise<unknown> {
    const [name = "", ...values] = words;
    try {
      return await ("call" in client ? client.call(name, ...values) : client.sendCommand([...words]));
    } catch (error) {
      throw storeError(error);
    }
  }

  function load(script: string): Promise<unknown> {
    const loading = command("SCRIPT", "LOAD", script);
    known.set(script, loading);
    loading.catch(() => known.delete(script));
    return loading;
  }

  return {
    command,
    async script(script, ...values) {
      const hash = await (known.get(script) ?? load(script));
      try {
        return await command("EVALSHA", String(hash), "1", key, ...values);
      } catch (error) {
        // A server that was started again has forgotten its scripts.
        if (!(error instanceof StoreError && causeOf(error) === "NOSCRIPT")) throw error;
        return command("EVALSHA", String(await load(script)), "1", key, ...values);
      }
    },
  };
}

function causeOf({ cause }: StoreError): string {
  return cause instanceof Error ? cause.message : "";
}

/** Only the error's first word goes on: the rest may quote what was to be stored. */
function storeError(error: unknown): StoreError {
  const { message = "", code } = error instanceof Error ? (error as Error & { code?: unknown }) : {};
  const word = /^[A-Z]{3,}(?= )/.exec(message)?.[0] ?? (typeof code === "string" ? code : "");
  const [, advice, retryable] = advices.find(([pattern]) => pattern.test(word)) ?? broken;
  return new StoreError(`Redis failed${word && ` (${word})`}: ${advice}.`, {
    retryable: retryable === "retryable",
    cause: new Error(word || "Redis error"),
  });
}

type Advice = readonly [RegExp, string, "retryable" | "final"];

const broken: Advice = [/^/, "the connection broke; ask again with the same request id", "retryable"];

const advices: readonly Advice[] = [
  [/^(LOADING|BUSY|TRYAGAIN|MASTERDOWN)$/, "the server is busy or starting; ask again", "retryable"],
  [/^READONLY$/, "this is a replica; connect to the primary", "final"],
  [
    /^(OOM|MISCONF|NOREPLICAS)$/,
    "the server takes no writes now; look at its memory, disk and replicas",
    "final",
  ],
  [
    /^(NOAUTH|WRONGPASS|NOPERM)$/,
    "the user was not let in or lacks a right; it needs scripts and its keys",
    "final",
  ],
  [/^(MOVED|CROSSSLOT|CLUSTERDOWN)$/, "this is a Redis Cluster; use one primary with replicas", "final"],
  [/^(ERR|WRONGTYPE)$/, "the server refused; nothing was saved", "final"],
];
