import { createChat, createDesk, type Desk, indonesian, memoryStore } from "giliran";
import { pngBarcode } from "giliran/barcode";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { scan } from "../../ticket/barcode-reader.js";
import { type Browser, chromiumMissing, openPhone } from "./chromium.js";
import { describeChannel } from "./converse.js";
import { messagesAt } from "./service.js";
import { openWeb, type WebService } from "./web-service.js";

describeChannel("a bot on a web page", {
  open: openWeb,
  lacks: {
    pictures: "the page sends none",
    media: "the page sends texts",
    quotes: "the page quotes nothing",
    redelivery: "the page asks for what it has missed",
  },
});

if (chromiumMissing !== undefined) console.warn(`The tests in a browser are skipped: ${chromiumMissing}`);

describe.skipIf(chromiumMissing !== undefined)("the page on a phone", () => {
  const request = "#Ahmad#20111967#08082017";
  let browser: Browser;
  let service: WebService;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    browser = await openPhone();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
    service = await openWeb(
      createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode }),
    );
    page = await browser.context.newPage();
    await page.goto(service.url);
  });
  afterEach(async () => {
    await browser.context.clearCookies();
    await page.close();
    await service.close();
  });

  const bubbles = () => page.getByRole("listitem");
  const bookings = () => desk.find({ officeId: jakartaPusat.id, date: "2017-08-08" });
  async function type(text: string): Promise<void> {
    await page.getByLabel("Pesan Anda").fill(text);
    await page.keyboard.press("Enter");
  }

  async function moveTo(target: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
    while ((await target.and(page.locator(":focus")).count()) === 0) await page.keyboard.press(key);
  }

  it("goes from a request to a queue number by the keyboard alone", async () => {
    await moveTo(page.getByLabel("Pesan Anda"), "Tab");
    await page.keyboard.type(request);
    await page.keyboard.press("Enter");
    const choice = page.getByRole("button", { name: "Konfirmasi" });
    await choice.waitFor();
    await moveTo(choice, "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Nomor antrian Anda: 0800-01").waitFor();
    expect(await bubbles().count()).toBe(4);
  });

  it("shows a barcode that a scanner reads from the screen", async () => {
    await type(request);
    const picture = page.getByRole("img", { name: /^QR / });
    await picture.waitFor();
    const [booking] = await bookings();
    expect(await scan(await page.screenshot())).toEqual([`QRCode ${booking?.code}`]);
  });

  it("fits the screen, with targets for a thumb", async () => {
    await type(`#${"Ahmad".repeat(30)}#31021990#kapan saja`);
    await type(request);
    await page.getByRole("img").waitFor();
    const widest =
      "Math.max(...[...document.querySelectorAll('*')].map((one) => one.getBoundingClientRect().right))";
    expect(await page.evaluate(widest)).toBeLessThanOrEqual(390);
    for (const button of await page.getByRole("button").all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  it("keeps its heading and its field on the screen, however long the conversation is", async () => {
    for (const text of ["#bantuan", "#status", request]) await type(text);
    await page.getByRole("img").waitFor();
    await expect.poll(() => bubbles().count()).toBe(6);
    const top = (await page.getByRole("heading").boundingBox())?.y;
    const field = await page.getByLabel("Pesan Anda").boundingBox();
    expect(top).toBeGreaterThanOrEqual(0);
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(844);
    expect(await page.evaluate("document.scrollingElement.scrollHeight - innerHeight")).toBe(0);
  });

  it("tells a screen reader who says what, as it comes", async () => {
    await page.getByRole("button", { name: "Bantuan" }).tap();
    await page.getByText("kirim pesan seperti ini").waitFor();
    const heard = await page.locator("body").ariaSnapshot();
    expect(heard).toContain('heading "Antrian Kantor Imigrasi" [level=1]');
    expect(heard).toContain('log "Percakapan"');
    expect(heard).toMatch(/listitem:.*\n.*Anda:/);
    expect(heard).toContain('textbox "Pesan Anda"');
    expect(heard).toContain('button "Kirim"');
    expect(await page.getByRole("log").getAttribute("aria-live")).toBe("polite");
    expect(await page.getByRole("status").count()).toBe(1);
    expect(await page.locator("html").getAttribute("lang")).toBe("id");
    await type(request);
    const picture = page.getByRole("listitem").filter({ has: page.getByRole("img", { name: /^QR / }) });
    await picture.getByRole("group", { name: "Pilihan" }).getByRole("button").waitFor();
  });

  it("tries again with the same id where the connection is gone, and shows all of it after a reload", async () => {
    let fails = 1;
    await page.route("**/messages", async (route) => {
      if (fails-- > 0) {
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    await type(request);
    await page.getByRole("img").waitFor();
    await page.getByText("Mengirim…").waitFor({ state: "hidden" });
    expect(await bookings()).toHaveLength(1);
    expect(await bubbles().count()).toBe(2);
    await page.reload();
    await page.getByRole("img").waitFor();
    expect(await bubbles().count()).toBe(2);
  });

  it("runs no script of what is said", async () => {
    await type('<img src=x onerror="document.title=1">');
    await page.getByText("kirim pesan seperti ini").waitFor();
    expect(await bubbles().first().textContent()).toContain("<img src=x");
    expect(await page.title()).toBe("Antrian Kantor Imigrasi");
  });
});
