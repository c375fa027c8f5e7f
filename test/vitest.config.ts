import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: {
    alias: [
      { find: /^giliran$/, replacement: source("index.ts") },
      { find: /^giliran\/barcode$/, replacement: source("ticket/barcode.ts") },
      { find: /^giliran\/sqlite$/, replacement: source("store/sqlite-store.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**"],
    testTimeout: 60_000,
  },
});

export default config;
