import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** Tests of the built package, packed and installed as a stranger would; `npm run build` comes first. */
const config: ViteUserConfig = defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: "test/package/install-package.ts",
    reporters: "verbose",
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

export default config;
