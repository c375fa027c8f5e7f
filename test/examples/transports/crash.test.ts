import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import Database from "libsql";
import { expect, it, onTestFinished } from "vitest";
import { jakartaPusat } from "../../../examples/demo/jakarta-pusat.js";
import { openChat } from "../../../examples/demo/open-chat.js";
import { bundleProgram } from "../../store/run-process.js";
import { listen } from "./listen.js";
import { createServiceLog, messagesAt } from "./service.js";
import { createGraphApi, messageOf, postSigned, webhook } from "./whatsapp-service.js";

/** Where the bot is killed, in the order in which an answer comes about. */
const steps = ["at once", "before media", "after media", "before messages", "after messages"];

it("a bot that is killed at any step books once and answers at least once, when the message comes again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "giliran-crash-"));
  const file = join(folder, "bookings.db");
  const program = await bundleProgram("test/examples/transports/whatsapp-bot.ts");
  const log = createServiceLog();
  let killAt = "";
  let bot: { readonly process: ChildProcess; readonly url: string };

  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      bot.process.once("exit", () => resolve());
      bot.process.kill("SIGKILL");
    });
  async function killedAt(step: string): Promise<boolean> {
    if (step !== killAt) return false;
    killAt = "";
    await kill();
    return true;
  }
  const service = await listen(
    new Hono()
      .use(async ({ req, text }, next) => {
        const call = req.path.split("/").at(-1);
        if (await killedAt(`before ${call}`)) return text("nobody hears this");
        await next();
        await killedAt(`after ${call}`);
        return undefined;
      })
      .route("/", createGraphApi(log)),
  );
  async function start(): Promise<typeof bot> {
    const process = spawn(globalThis.process.execPath, [program, file, `${service.url}/v23.0`]);
    const line = await new Promise<Buffer>((resolve) => process.stdout.once("data", resolve));
    return { process, url: `${line}`.trim() };
  }
  const send = (id: string, sender: string, text: string) =>
    postSigned(`${bot.url}/webhook`, webhook([messageOf({ id, sender, text })])).then(
      ({ status }) => status,
      () => "no answer" as const,
    );
  onTestFinished(async () => {
    await kill();
    await service.close();
    await rm(folder, { recursive: true });
  });

  bot = await start();
  for (const [index, step] of steps.entries()) {
    const sender = `100${index}`;
    const request = `#Ahmad ${"ABCDE"[index]}#20111967#08082017`;
    const first = send(step, sender, request);
    if (step === "at once") await kill();
    else killAt = step;
    expect(await first, step).toBe("no answer");
    bot = await start();
    expect(await send(step, sender, request), step).toBe(200);
    const codes = log.shown(sender).map(({ buttons }) => buttons[0]);
    expect(new Set(codes).size, step).toBe(1);
    expect(await send(`${step}: code`, sender, codes[0] ?? "no code")).toBe(200);
    expect(log.shown(sender).at(-1)?.text, step).toContain("Nomor antrian Anda");
  }

  const { desk } = openChat(new Database(file), () => messagesAt);
  const bookings = await desk.find({ officeId: jakartaPusat.id, date: "2017-08-08" });
  expect(bookings.map(({ state }) => state)).toEqual(steps.map(() => "confirmed"));
});
