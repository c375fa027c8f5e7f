import { type NodeRedisClient, type RedisSettings, redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { inject, onTestFinished } from "vitest";
import type { OpenStore } from "../../../src/testing/open-store.js";

const address = inject("redis");

/** Why there is no server, or `undefined` where there is one. */
export const redisMissing: string | undefined = "port" in address ? undefined : address.missingBecause;

export function redisPort(): number {
  if (!("port" in address)) throw new Error(address.missingBecause);
  return address.port;
}

let prefixes = 0;

/** A prefix that no other test of the run has. */
export function freshPrefix(): string {
  return `test:${process.pid}:${prefixes++}`;
}

export interface OpenClient extends NodeRedisClient {
  readonly close: () => Promise<void>;
}

export async function connectNodeRedis(port: number = redisPort()): Promise<OpenClient> {
  const client = createClient({ socket: { host: "127.0.0.1", port, reconnectStrategy: false } });
  client.on("error", () => undefined);
  await client.connect();
  return {
    sendCommand: (command) => client.sendCommand(command),
    close: async () => {
      if (client.isOpen) client.destroy();
    },
  };
}

/** A client of ioredis that is closed with the test. */
export function openIoRedis(port: number = redisPort()): Redis {
  const client = new Redis(port, "127.0.0.1");
  client.on("error", () => undefined);
  onTestFinished(() => client.disconnect());
  return client;
}

/** A client of node-redis that is closed with the test. */
export async function openNodeRedis(): Promise<OpenClient> {
  const client = await connectNodeRedis();
  onTestFinished(() => client.close());
  return client;
}

/** A client that sends another text in place of one. */
export function rewriting(
  client: NodeRedisClient,
  { from, to }: { readonly from: string; readonly to: string },
): NodeRedisClient {
  return { sendCommand: (words) => client.sendCommand(words.map((word) => word.replaceAll(from, to))) };
}

/** Empty stores over some clients, which each connection gets in turn. */
export function openRedisOn(
  clients: () => readonly RedisSettings["client"][],
  createStore: typeof redisStore = redisStore,
): OpenStore {
  return () => {
    const prefix = freshPrefix();
    let next = 0;
    return {
      connect() {
        const client = clients()[next++ % clients().length];
        if (client === undefined) throw new Error("no client is connected");
        return createStore({ client, prefix, warn: () => undefined });
      },
      connectSlowly(pass) {
        const [client] = clients();
        if (client === undefined) throw new Error("no client is connected");
        const slow = async (command: string, ...values: string[]) => {
          await pass();
          return "call" in client
            ? client.call(command, ...values)
            : client.sendCommand([command, ...values]);
        };
        return createStore({ client: { call: slow }, prefix, warn: () => undefined });
      },
    };
  };
}
