import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What people write is read by the build as by the sources. */
const onTheBuild = "test/message/{cases,corpus,generated-dates,generated-messages,message-format}.test.ts";

/** Tests of the built package, packed and installed as a stranger would; `npm run build` comes first. */
const config: ViteUserConfig = defineConfig({
  root,
  resolve: { alias: [{ find: /^giliran$/, replacement: `${root}dist/index.js` }] },
  test: {
    include: ["test/package/**/*.test.ts", onTheBuild],
    globalSetup: "test/package/install-package.ts",
    reporters: "verbose",
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

export default config;
