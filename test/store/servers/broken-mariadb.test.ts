import { describe, it } from "vitest";
import { expectCaught } from "../broken-store.js";
import { brokenMariadb } from "./broken-mariadb.js";
import { mariadbDrivers, mariadbMissing, openFreshMariadbOn, rewriting } from "./open-mariadb.js";

describe.skipIf(mariadbMissing)("a MariaDB store that is broken in one place is caught", () => {
  const [driver] = mariadbDrivers;
  for (const broken of brokenMariadb)
    it(`${broken.caughtBy}: ${broken.why}`, () =>
      expectCaught(
        broken,
        openFreshMariadbOn((pool) => rewriting(pool, broken), driver),
      ));
});
