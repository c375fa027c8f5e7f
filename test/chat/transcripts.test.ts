import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BookingStore, english, indonesian, memoryStore } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { afterEach, describe, expect, it } from "vitest";
import { javanese } from "../../examples/javanese/words.js";
import { playTranscript } from "./play-transcript.js";

const folder = new URL("transcripts/", import.meta.url).pathname;
const languages = { id: indonesian, en: english, jv: javanese };

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo();
});

/** Each opens the same bookings, as often as it is asked. */
const stores: Readonly<Record<string, () => () => BookingStore>> = {
  "the memory store"() {
    const store = memoryStore();
    return () => store;
  },
  SQLite() {
    const place = mkdtempSync(join(tmpdir(), "giliran-chat-"));
    cleanUp.push(() => rmSync(place, { recursive: true }));
    let database: Database.Database | undefined;
    cleanUp.push(() => database?.close());
    return () => {
      database?.close();
      database = new Database(join(place, "bookings.db"));
      return sqliteStore({ database });
    };
  },
};

for (const [language, words] of Object.entries(languages))
  for (const file of readdirSync(join(folder, language)))
    describe(`${language}/${file}`, () => {
      it.each(Object.keys(stores))("goes so on %s", async (store) => {
        const path = join(folder, language, file);
        const openStore = stores[store]?.() ?? memoryStore;
        const played = await playTranscript(readFileSync(path, "utf8"), { words, openStore });
        await expect(played).toMatchFileSnapshot(path);
      });
    });
