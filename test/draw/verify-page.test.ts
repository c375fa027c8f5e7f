import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { announce, type DrawBundle, makeBundle, printBundle, publishedRecord } from "giliran/draw";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildPage } from "../../examples/draw/build-page.js";
import { type Browser, chromiumMissing, openPhone } from "../examples/transports/chromium.js";
import { plan, sampleBundle, vectorBundle } from "./sample-draw.js";

if (chromiumMissing !== undefined) console.warn(`The tests in a browser are skipped: ${chromiumMissing}`);

const right = vectorBundle();
const { announcement, list, beacon, result } = right;
const [first, ...others] = list;
const [winner, ...losers] = result;
if (first === undefined || winner === undefined) throw new Error("Eight take part.");

/** By the number of the step that finds it. */
const tampered: readonly (readonly [number, string, unknown])[] = [
  [1, "an entry with a weight of 1.5", { ...right, list: [{ ...first, weight: 1.5 }, ...others] }],
  [1, "a file that is none", "hello"],
  [3, "an entry left out", { ...right, list: others }],
  [3, "an entry changed", { ...right, list: [{ ...first, choices: ["1000"] }, ...others] }],
  [
    4,
    "a beacon of the office's own",
    { ...right, announcement: { ...announcement, beacon: { chain: "ours", round: 7 } } },
  ],
  [5, "a round before the freeze", vectorBundle({ freeze: { at: 1_692_803_367 + 2_997, margin: 600 } })],
  [6, "another round", { ...right, beacon: { ...beacon, round: 1001 } }],
  [6, "randomness made up", { ...right, beacon: { ...beacon, randomness: "0".repeat(64) } }],
  [7, "another window for one", { ...right, result: [{ ...winner, window: "0900" }, ...losers] }],
  [7, "two who changed places", { ...right, result: [losers[0], winner, ...losers.slice(1)] }],
];

describe.skipIf(chromiumMissing !== undefined)("the page that verifies a draw", () => {
  let browser: Browser;
  let folder = "";
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giliran-draw-page-"));
    await writeFile(join(folder, "verify.html"), await buildPage());
    browser = await openPhone();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => asked.push(`error ${error.message}`));
    // From a file, and with no network at all.
    await browser.context.setOffline(true);
    await page.goto(pathToFileURL(join(folder, "verify.html")).href);
  });
  afterEach(() => page.close());

  async function open(bundle: unknown): Promise<void> {
    const text = typeof bundle === "string" ? bundle : [...printBundle(bundle as DrawBundle)].join("");
    const file = { name: "draw.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await page.locator("#file").setInputFiles(file);
    await page.locator("#steps li").first().waitFor();
  }
  const marks = async () =>
    (await page.locator("#steps li").evaluateAll((steps) => steps.map((step) => step.className))).join(" ");

  it("says step by step that a right draw is right", async () => {
    await open(right);
    expect(await marks()).toBe("right open right right right right right");
    const told = await page.locator("main").innerText();
    expect(told).toContain("Undian ini benar.");
    expect(told).toContain("drand quicknet, putaran 1000.");
    expect(told).toContain(`Sidik pengumuman (SHA-256): ${announce({ ...plan, ...announced() }).hash}`);
    await shot("right");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("main").innerText()).toContain("This draw is right.");
  });

  it.each(tampered)("step %i finds %s", async (step, _, bundle) => {
    await open(bundle);
    const expected = Array.from({ length: 7 }, (__, at) =>
      at + 1 < step ? (at === 1 ? "open" : "right") : at + 1 === step ? "wrong" : "left",
    );
    expect(await marks()).toBe(expected.join(" "));
    expect(await page.locator("#verdict").innerText()).toContain("tidak dapat diterima");
    if (step === 7) await shot("wrong");
  });

  it("compares the hash that somebody noted", async () => {
    await open(right);
    await page.locator("#hash").fill("f".repeat(64));
    await page.locator("#hash").blur();
    expect(await marks()).toBe("right wrong left left left left left");
    await page.locator("#hash").fill(announce({ ...plan, ...announced() }).hash);
    await page.locator("#hash").blur();
    expect(await marks()).toBe("right right right right right right right");
    expect(await page.locator("#verdict").innerText()).not.toContain("Bandingkan sendiri");
  });

  it("shows one's own receipt in the list", async () => {
    await open(right);
    const line = page.locator("#line");
    await page.locator("#receipt").fill(winner.id.toUpperCase());
    expect(await line.innerText()).toMatch(/Urutan\s+1 dari 8/);
    expect(await line.innerText()).toContain(`${winner.window}`);
    await shot("receipt");
    const loser = result.find(({ window }) => window === null);
    await page.locator("#receipt").fill(loser?.id ?? "");
    expect(await line.innerText()).toContain("Belum mendapat tempat");
    await page.locator("#receipt").fill("e".repeat(32));
    expect(await line.innerText()).toBe("Nomor ini tidak ada dalam daftar.");
    await page.locator("#receipt").fill("123");
    expect(await line.innerText()).toContain("32 angka");
  });

  it("shows a text that was published, for whoever has read it", async () => {
    const chain = "Kompas, 15 August 2017, page 1";
    const { announcement: made, list: sorted } = announce({ ...plan, beacon: { ...plan.beacon, chain } });
    await open(makeBundle(made, sorted, publishedRecord(chain, plan.beacon.round, "USD 13361")));
    expect(await marks()).toBe("right open right right right open right");
    expect(await page.locator("main").innerText()).toContain("yang diterbitkan: USD 13361");
    await open(sampleBundle());
    expect(await marks()).toContain("wrong");
  });

  it("asks nobody for anything", () => {
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  });

  function announced() {
    const { entries: _, list: __, freeze, ...rest } = announcement;
    return { ...rest, ...(freeze && { freeze }) };
  }

  /** To be looked at: `SHOTS=folder`. */
  async function shot(name: string): Promise<void> {
    const { SHOTS } = process.env;
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  }
});
