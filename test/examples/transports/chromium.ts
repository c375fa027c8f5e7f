import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome"];
const quiet = [
  ...["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"],
  ...["disable-component-update", "disable-sync"],
].map((option) => `--${option}`);

/** The path of a Chromium, from the environment variable `CHROMIUM` or the PATH. */
const executablePath: string | undefined = [
  process.env.CHROMIUM ?? "",
  ...(process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
].find((path) => path !== "" && existsSync(path));

/** Why the tests in a browser are left out. `GILIRAN_BROWSER=required` makes a failure of it. */
export const chromiumMissing: string | undefined =
  executablePath === undefined ? `no ${names.join(", ")} on the PATH` : undefined;
if (chromiumMissing !== undefined && process.env.GILIRAN_BROWSER === "required")
  throw new Error(`Chromium is required: ${chromiumMissing}`);

export interface Browser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** A browser with a profile of its own, the size of a phone. */
export async function openPhone(colorScheme: "light" | "dark" = "light"): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "giliran-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    headless: true,
    args: quiet,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: "id-ID",
    colorScheme,
  });
  context.setDefaultTimeout(10_000);
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
