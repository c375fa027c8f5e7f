import { describe, expect, it, onTestFinished } from "vitest";
import { openMemory, openSqlite } from "../rules/stores.js";
import { playTranscript } from "./play-transcript.js";
import { transcripts } from "./transcripts.js";

const stores = { "the memory store": openMemory, SQLite: openSqlite };

describe.each(transcripts)("$name", ({ path, text, stage }) => {
  it.each(Object.entries(stores))("goes so on %s", async (_, open) => {
    const { connect, close = () => undefined } = await open();
    onTestFinished(close);
    const played = await playTranscript(text, { ...stage, openStore: connect });
    await expect(played).toMatchFileSnapshot(path);
  });
});
