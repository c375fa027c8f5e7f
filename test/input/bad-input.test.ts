import {
  baileyWelch,
  createSigningKey,
  createTicketSigner,
  createTicketVerifier,
  defineCodeScheme,
  InvalidConfigError,
  renderCalendarFile,
  sealDetails,
} from "giliran";
import { encodeBarcode } from "giliran/barcode";
import { mariadbStore } from "giliran/mariadb";
import { postgresStore } from "giliran/postgres";
import { redisStore } from "giliran/redis";
import { sqliteStore } from "giliran/sqlite";
import { describe, expect, it } from "vitest";

type Create = (settings: never) => unknown;

const settings: readonly [name: string, create: Create, given: unknown, message: string][] = [
  ["createTicketVerifier", createTicketVerifier, undefined, "expected settings with officeId, keys"],
  ["createTicketVerifier", createTicketVerifier, { keys: [] }, "officeId: expected string, found nothing"],
  ["createTicketSigner", createTicketSigner, undefined, "expected settings with key"],
  ["sealDetails", sealDetails, undefined, "expected settings with keys, current, found nothing"],
  ["sqliteStore", sqliteStore, undefined, "expected settings with database"],
  ["sqliteStore", sqliteStore, { database: {} }, "database: expected an open SQLite database"],
  ["postgresStore", postgresStore, undefined, "expected settings with pool, schema"],
  ["postgresStore", postgresStore, { pool: { query() {} } }, "found one without connect"],
  ["mariadbStore", mariadbStore, undefined, "expected settings with pool"],
  ["mariadbStore", mariadbStore, { pool: { query() {} } }, "found one without getConnection"],
  ["redisStore", redisStore, undefined, "expected settings with client, prefix"],
  ["redisStore", redisStore, { client: {} }, "client: expected a client of redis"],
  ["defineCodeScheme", defineCodeScheme, {}, "alphabet: expected string, found nothing"],
  [
    "defineCodeScheme",
    defineCodeScheme,
    { alphabet: "0123456789", length: 8, unwantedWords: "AB" },
    "unwantedWords: expected list, found string",
  ],
  [
    "baileyWelch",
    baileyWelch,
    { places: "x", first: "08:00", last: "09:00", extra: 1 },
    "places: expected number, found string",
  ],
];

describe("settings that are none", () => {
  it.each(settings)("make %s say what it takes", (_, create, given, message) => {
    expect(() => create(given as never)).toThrow(InvalidConfigError);
    expect(() => create(given as never)).toThrow(message);
  });

  it("make createSigningKey reject", async () => {
    const made = createSigningKey(undefined as never);
    await expect(made).rejects.toThrow("kid: expected 1 to 16 of A-Z, a-z, 0-9, _ and -, found nothing");
  });
});

describe("arguments that are none", () => {
  it("make encodeBarcode say what a symbology has", () => {
    expect(() => encodeBarcode("AB", {} as never)).toThrow("symbology: expected { name: string,");
  });

  it("make renderCalendarFile say what a ticket has", () => {
    const render = () => renderCalendarFile({ code: 5 } as never, { at: 0, sequence: 0 });
    expect(render).toThrow(RangeError);
    expect(render).toThrow("ticket: expected { code: string, queueNumber: string,");
    expect(render).toThrow("found { code: number }");
  });
});
