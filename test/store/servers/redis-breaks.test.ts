import { describe, expect, it } from "vitest";
import { codeBlocks } from "../../docs/run-example.js";
import { type CommandProcess, startSnippet } from "./command-process.js";
import { openIoRedis, redisMissing } from "./open-redis.js";
import { ownServer } from "./own-server.js";
import { startRedis } from "./redis-server.js";

const snippets = codeBlocks("docs/storage.md").filter((block) => block.includes('"giliran/redis"'));
const named = snippets.map((code) => [/from "(redis|ioredis)"/.exec(code)?.[1], code] as const);

describe.skipIf(redisMissing)("a process that listens to nothing", () => {
  const { port, killAndStart } = ownServer(() => startRedis());

  /** Every connection but that which says it. */
  async function killClients(): Promise<void> {
    const client = openIoRedis(port());
    await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    client.disconnect();
  }

  async function survive({ tell, printed, ended }: CommandProcess, fault: () => Promise<void>) {
    await printed(/^ready$/m);
    await fault(); // while it is idle
    tell("hold");
    await printed(/^10$/m);
    await fault(); // while it is in use
    await printed(/^40 held$/m);
    tell("hold");
    await printed(/^80 held$/m);
    tell("end");
    return ended;
  }

  /** That it has begun new data it says rightly. */
  const begun = /^giliran: Redis had no data under .*\n/;

  it("has a snippet for each client", () => {
    expect(named.map(([name]) => name)).toEqual(["redis", "ioredis"]);
  });

  it.each(named)(
    "lives and goes on with %s where the server is killed and started again",
    async (_, code) => {
      await openIoRedis(port()).flushall();
      const child = await startSnippet(code, environment(port()));
      const { code: ended, errors } = await survive(child, killAndStart);
      expect({ ended, errors: errors.replace(begun, "") }).toEqual({ ended: 0, errors: "" });
    },
  );

  it.each(named)("lives and goes on with %s where its connections are killed", async (_, code) => {
    await openIoRedis(port()).flushall();
    const child = await startSnippet(code, environment(port()));
    const { code: ended, errors } = await survive(child, killClients);
    expect({ ended, errors: errors.replace(begun, "") }).toEqual({ ended: 0, errors: "" });
  });
});

function environment(port: number): Record<string, string> {
  return { REDIS_URL: `redis://127.0.0.1:${port}`, GILIRAN_SECRET: "the secret of the snippets" };
}
