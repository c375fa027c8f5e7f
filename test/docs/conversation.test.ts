import { readFileSync } from "node:fs";
import { english, indonesian, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { commandMessages } from "../../src/chat/command-messages.js";
import { passportFormat } from "../chat/play-transcript.js";
import { codeBlocks, runExample } from "./run-example.js";

const page = readFileSync("docs/conversation.md", "utf8");

describe("docs/conversation.md", () => {
  it("shows parts of programs that are run", () => {
    const [ofOffices, ofNotices, ...others] = codeBlocks("docs/conversation.md");
    expect(readFileSync("test/chat/docs/office-words.ts", "utf8")).toContain(ofOffices);
    expect(readFileSync("examples/conversation.ts", "utf8")).toContain(ofNotices);
    expect(others).toEqual([]);
  });

  it("has a program that corrects, waits, and tells of an offer and of a reminder", () => {
    const printed = runExample("examples/conversation.ts");
    expect(printed).toMatch(/^Just send this again; we have noted the rest:\nDate of birth: …$/m);
    expect(printed).toMatch(/^sms, to ben:\nThere is a place for Ben: Tuesday, 8 January 2030/m);
    expect(printed).toMatch(/^sms, to ben:\nA reminder: your queue number is 0900-02$/m);
  });

  it("names every command, as each language has it", () => {
    for (const { languages } of [indonesian, english])
      for (const [command, text] of Object.entries(commandMessages(languages))) {
        expect(page).toContain(`\`${text}`);
        const parsed = parseMessage(text, passportFormat, { today: "2017-08-07", languages });
        expect(parsed).toMatchObject({ kind: "command", command });
      }
  });
});
