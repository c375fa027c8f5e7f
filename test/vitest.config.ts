import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

const config: ViteUserConfig = defineConfig({
  root,
  resolve: {
    alias: Object.entries(manifest.tsup.entry).map(([entry, path]) => ({
      find: new RegExp(entry === "index" ? "^giliran$" : `^giliran/${entry}$`),
      replacement: `${root}${path}`,
    })),
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    testTimeout: 60_000,
  },
});

export default config;
