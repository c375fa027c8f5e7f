import { StoreError } from "../../errors.js";

/** A client of `redis`, by the one method that the store calls. */
export interface NodeRedisClient {
  sendCommand(command: string[]): Promise<unknown>;
}

/** A client of `ioredis`, by the one method that the store calls. */
export interface IoRedisClient {
  call(command: string, ...values: string[]): Promise<unknown>;
}

type RedisClient = NodeRedisClient | IoRedisClient;

/** What clients have besides, where they are no wrappers. */
interface ClientState {
  on?(event: "error", listener: () => void): unknown;
  /** Of `redis`. */
  readonly isOpen?: boolean;
  /** Of `ioredis`; `end` where it connects no more. */
  readonly status?: string;
}

export interface RedisConnection {
  readonly command: (...words: readonly string[]) => Promise<unknown>;
  /** Runs a script on the one key that all others begin with. */
  readonly script: (script: string, ...values: readonly string[]) => Promise<unknown>;
}

export function createRedisConnection(client: RedisClient, key: string): RedisConnection {
  const known = new Map<string, Promise<unknown>>();
  listen(client);

  async function command(...words: readonly string[]): Promise<unknown> {
    const [name = "", ...values] = words;
    try {
      return await ("call" in client ? client.call(name, ...values) : client.sendCommand([...words]));
    } catch (error) {
      throw storeError(error, client);
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
        if (!(error instanceof StoreError && causeOf(error) === "NOSCRIPT")) throw error;
        // The server has forgotten it, and may at any time: so it comes along, and is made known again by the next call.
        known.delete(script);
        return command("EVAL", script, "1", key, ...values);
      }
    },
  };
}

const listenedTo = new WeakSet<object>();

/** An event `error` that nobody listens to ends the process. What failed is told by the calls that it failed. */
function listen(client: RedisClient & ClientState): void {
  if (listenedTo.has(client) || typeof client.on !== "function") return;
  listenedTo.add(client);
  client.on("error", () => undefined);
}

function causeOf({ cause }: StoreError): string {
  return cause instanceof Error ? cause.message : "";
}

/** Only a word of the error goes on: the rest may quote what was to be stored. */
function storeError(error: unknown, client: RedisClient & ClientState): StoreError {
  const { message, code } = error instanceof Error ? (error as Error & { code?: unknown }) : { message: "" };
  const reply = /^[A-Z]{3,}(?= )/.exec(message)?.[0];
  const words = [reply, code, error?.constructor.name].filter((one) => typeof one === "string");
  const word = words.find((one) => /^\w+$/.test(one) && one !== "Error") ?? "";
  const advice = reply === undefined ? adviceOnClient(client, `${word} ${message}`) : adviceOnReply(message);
  return new StoreError(`Redis failed${word && ` (${word})`}: ${advice.text}.`, {
    retryable: advice.retryable ?? false,
    recordsRefused: advice === refused,
    cause: new Error(word || "Redis error"),
  });
}

interface Advice {
  readonly text: string;
  /** Set where asking again can help. */
  readonly retryable?: true;
}

/** What fails without a reply is the connection, or a client that can't be used as it is. */
function adviceOnClient({ isOpen, status }: ClientState, error: string): Advice {
  if (isOpen === false || status === "end") return closed;
  return brokenConnection.test(error) ? broken : unusable;
}

function adviceOnReply(message: string): Advice {
  return replies.find(([begin]) => begin.test(message))?.[1] ?? refused;
}

/** A code of the system, such as ECONNRESET, or what clients say of connections; never a TypeError. */
const brokenConnection =
  /^E(?!RR_)[A-Z_]+ |^(?!TypeError).*(connect|socket|stream|retries|timed? ?out|closed|offline|abort|queue is full)/i;

const broken: Advice = {
  text: "the connection broke; ask again with the same request id",
  retryable: true,
};
const closed: Advice = {
  text: "the client is closed and does not connect again by itself; connect it, and keep it open while the desk is used",
};
const unusable: Advice = {
  text: "the client failed; it must be a connected one of redis (createClient()) or ioredis (new Redis())",
};
/** Also where one record is in the way of a script. */
const refused: Advice = { text: "the server refused; nothing was saved" };

const goOn = "restore the data, or restart every process to go on without (docs/storage.md)";

/** Replies by how they begin. Whatever is not here stays as it is, however often it is asked. */
const replies: readonly (readonly [RegExp, Advice])[] = [
  [
    /^(LOADING|BUSY|MASTERDOWN) |^ERR .*script killed/i,
    { text: "the server is busy or starting; ask again", retryable: true },
  ],
  [/^READONLY /, { text: "this is a replica; connect to the primary, and ask again", retryable: true }],
  [/^NOREPLICAS /, { text: "the replicas are away; ask again when they are back", retryable: true }],
  [/^(OOM|MISCONF) /, { text: "the server takes no writes now; look at its memory and disk" }],
  [
    /^(NOAUTH|WRONGPASS|NOPERM) /,
    { text: "the user was not let in or lacks a right; it needs INFO, scripts and its keys" },
  ],
  [
    /^(MOVED|ASK|CROSSSLOT|CLUSTERDOWN|TRYAGAIN) /,
    { text: "this is a Redis Cluster; use one primary with replicas" },
  ],
  [/^GONE /, { text: `the data are gone, or others are in their place; ${goOn}` }],
  [/^BACK /, { text: `the data went back to an earlier state, and lack what was saved since; ${goOn}` }],
  [/^PART /, { text: `a part of the data is gone; ${goOn}` }],
];
