import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import type { Reporter } from "vitest/node";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
/** Tests that need a database server, which is started for them alone. */
const onServers = "test/store/servers/**/*.test.ts";

/** No test is passed over without a word on why. */
const skips: Reporter = {
  onTestCaseResult(test) {
    const result = test.result();
    if (result.state === "skipped")
      console.log(`Skipped: ${test.fullName}${result.note ? `: ${result.note}` : ""}`);
  },
};

const config: ViteUserConfig = defineConfig({
  root,
  resolve: {
    alias: Object.entries(manifest.tsup.entry).map(([entry, path]) => ({
      find: new RegExp(entry === "index" ? "^giliran$" : `^giliran/${entry}$`),
      replacement: `${root}${path}`,
    })),
  },
  test: {
    testTimeout: 60_000,
    // Where there are two cores vitest would leave one idle, and a fresh process for each file is half of the time.
    maxWorkers: "100%",
    isolate: false,
    reporters: ["default", skips],
    projects: [
      {
        extends: true,
        test: {
          name: "library",
          include: ["test/**/*.test.ts"],
          exclude: ["test/package/**", onServers],
        },
      },
      {
        extends: true,
        test: {
          name: "servers",
          include: [onServers],
          globalSetup: "test/store/servers/start-servers.ts",
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

export default config;
