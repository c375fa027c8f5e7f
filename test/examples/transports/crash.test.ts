import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { createMortalBot } from "./mortal-bot.js";
import { createServiceLog, type Shown } from "./service.js";
import { createBotApi, createUpdates } from "./telegram-service.js";
import { createGraphApi, messageOf, postSigned, webhook } from "./whatsapp-service.js";

/** The one code that a person was told, however often. */
function onlyCode(shown: readonly Shown[], step: string): string {
  const codes = new Set(shown.map(({ buttons }) => buttons[0]));
  expect(codes.size, step).toBe(1);
  return [...codes][0] ?? "no code";
}

const requestOf = (index: number) => `#Ahmad ${"ABCDE"[index]}#20111967#08082017`;

it("a bot with a webhook that is killed at any step books once and answers at least once, when the message comes again", async () => {
  // In the order in which an answer comes about.
  const steps = ["at once", "before media", "after media", "before messages", "after messages"];
  const log = createServiceLog();
  const program = "test/examples/transports/whatsapp-bot.ts";
  const bot = await createMortalBot(program, createGraphApi(log), "/v23.0");
  onTestFinished(bot.close);

  let url = await bot.start();
  const send = (id: string, sender: string, text: string) =>
    postSigned(`${url}/webhook`, webhook([messageOf({ id, sender, text })])).then(
      ({ status }) => status,
      () => "no answer" as const,
    );
  for (const [index, step] of steps.entries()) {
    const sender = `100${index}`;
    const first = send(step, sender, requestOf(index));
    if (step === "at once") await bot.kill();
    else await bot.killAt(step);
    expect(await first, step).toBe("no answer");
    url = await bot.start();
    expect(await send(step, sender, requestOf(index)), step).toBe(200);
    const code = onlyCode(log.shown(sender), step);
    expect(await send(`${step}: code`, sender, code)).toBe(200);
    expect(log.shown(sender).at(-1)?.text, step).toContain("Nomor antrian Anda");
  }
  expect(await bot.bookingStates()).toEqual(steps.map(() => "confirmed"));
});

it("a bot that polls and is killed at any step books once and answers at least once, when it asks again", async () => {
  const steps = ["after getUpdates", "before sendPhoto", "after sendPhoto"];
  const { api, log, updates, pictures } = createBotApi();
  const written = createUpdates(pictures);
  const bot = await createMortalBot("test/examples/transports/telegram-bot.ts", api);
  onTestFinished(bot.close);

  await bot.start();
  const deliver = (id: string, sender: string, text: string) =>
    updates.push(written.of({ id, sender, text }));
  const untilAnswered = async () => {
    while (updates.length > 0) await pause(2);
  };
  for (const [index, step] of steps.entries()) {
    const sender = `100${index}`;
    const killed = bot.killAt(step);
    deliver(step, sender, requestOf(index));
    await killed;
    expect(updates, step).toHaveLength(1);
    await bot.start();
    await untilAnswered();
    deliver(`${step}: code`, sender, onlyCode(log.shown(sender), step));
    await untilAnswered();
    expect(log.shown(sender).at(-1)?.text, step).toContain("Nomor antrian Anda");
  }
  expect(await bot.bookingStates()).toEqual(steps.map(() => "confirmed"));
});
