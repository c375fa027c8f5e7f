import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono, type MiddlewareHandler } from "hono";
import Database from "libsql";
import { jakartaPusat } from "../../../examples/demo/jakarta-pusat.js";
import { openChat } from "../../../examples/demo/open-chat.js";
import { bundleProgram } from "../../store/run-process.js";
import { type Listening, listen } from "./listen.js";
import { messagesAt } from "./service.js";

/** A bot in a process of its own, which is killed and started again over one file of bookings. */
export interface MortalBot {
  /** Gives the first line that the bot prints. */
  readonly start: () => Promise<string>;
  readonly kill: () => Promise<void>;
  /** Kills it `before` or `after` its next call to a path that ends so; done when it is dead. */
  readonly killAt: (step: string) => Promise<void>;
  readonly bookingStates: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The program gets the file and the address of the service, which is the API below a killer. */
export async function createMortalBot(program: string, api: Hono, path: string = ""): Promise<MortalBot> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-crash-"));
  const file = join(folder, "bookings.db");
  const bundle = await bundleProgram(program);
  let process: ChildProcess;
  let fatal = { step: "", reach: () => {} };

  async function kill(): Promise<void> {
    if (process.exitCode !== null || process.signalCode !== null) return;
    const exited = new Promise((resolve) => process.once("exit", resolve));
    process.kill("SIGKILL");
    await exited;
  }
  async function killedAt(step: string): Promise<boolean> {
    if (step !== fatal.step) return false;
    const { reach } = fatal;
    fatal = { step: "", reach: () => {} };
    await kill();
    reach();
    return true;
  }
  const killer: MiddlewareHandler = async ({ req, text }, next) => {
    const call = req.path.split("/").at(-1);
    if (await killedAt(`before ${call}`)) return text("nobody hears this");
    await next();
    await killedAt(`after ${call}`);
    return undefined;
  };
  const service: Listening = await listen(new Hono().use(killer).route("/", api));
  return {
    kill,
    async start() {
      process = spawn(globalThis.process.execPath, [bundle, file, `${service.url}${path}`]);
      const line = await new Promise<Buffer>((resolve) => process.stdout?.once("data", resolve));
      return `${line}`.trim();
    },
    killAt: (step) =>
      new Promise((reach) => {
        fatal = { step, reach };
      }),
    async bookingStates() {
      const { desk } = openChat(new Database(file), () => messagesAt);
      const bookings = await desk.find({ officeId: jakartaPusat.id, date: "2017-08-08" });
      return bookings.map(({ state }) => state);
    },
    async close() {
      await kill();
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}
