import { kindConformance, storeConformance } from "giliran/testing";
import { afterAll, beforeAll, describe, it } from "vitest";
import {
  type EndingPool,
  freshDatabase,
  mariadbDrivers,
  mariadbMissing,
  openFreshMariadbOn,
  openMariadbOn,
} from "./open-mariadb.js";

for (const driver of mariadbDrivers)
  describe.skipIf(mariadbMissing)(`on a real server by ${driver.name}`, () => {
    let pool: EndingPool;
    beforeAll(async () => {
      pool = driver.connect({ database: await freshDatabase(), connectionLimit: 10 });
    });
    afterAll(() => pool.end());
    const settings = { describe, it, numRuns: 6 };
    kindConformance(`MariaDB by ${driver.name}`, openFreshMariadbOn(undefined, driver), settings);
    storeConformance(
      `MariaDB by ${driver.name}`,
      openMariadbOn(() => pool),
      settings,
    );
  });
