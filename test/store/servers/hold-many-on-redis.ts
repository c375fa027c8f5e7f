// A process of the race: hold-many-on-redis.ts <port> <prefix> <name>; prints what each of five callers is told.
import { redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import { deskFor, holdOf } from "../five-places.js";

const [, , port = "", prefix = "", name = ""] = process.argv;
const client = new Redis(Number(port), "127.0.0.1");
console.log(`client ${await client.client("ID")}`);
const desk = deskFor(redisStore({ client, prefix }));
const outcomes = await Promise.all(
  Array.from({ length: 5 }, (_, caller) => desk.hold(holdOf(`${name} ${caller}`))),
);
for (const { kind } of outcomes) console.log(kind);
client.disconnect();
