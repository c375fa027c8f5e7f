import type { Chat, IncomingMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { rawText } from "../../../examples/chat-sdk/raw-event.js";
import { describeChannel } from "./converse.js";
import { openDiscord } from "./discord-service.js";
import { openSlack } from "./slack-service.js";
import { openTeams } from "./teams-service.js";

describeChannel("a bot on Slack through the chat kit", {
  open: openSlack,
  lacks: { quotes: "Slack has threads instead" },
});
describeChannel("a bot on Teams through the chat kit", {
  open: openTeams,
  lacks: { quotes: "Teams gives a shortened quote as HTML, which the example leaves alone" },
});
describeChannel("a bot on Discord through the chat kit", {
  open: openDiscord,
  lacks: {
    redelivery: "Discord delivers a message once",
    pictures: "the kit fetches pictures from the internet alone, never from an address of this machine",
  },
});

describe.each([
  ["Slack", openSlack],
  ["Teams", openTeams],
  ["Discord", openDiscord],
])("what was typed on %s", (_, open) => {
  function listen(): { readonly chat: Chat; readonly heard: IncomingMessage[] } {
    const heard: IncomingMessage[] = [];
    const receive: Chat["receive"] = async (message) => {
      heard.push(message);
      return [];
    };
    return { heard, chat: { receive, tell: async () => undefined } };
  }

  it("keeps its Markdown, whether many messages come at once or not", async () => {
    const { chat, heard } = listen();
    const service = await open(chat);
    const texts = ["#A~B~C#1", "#*A*#_B_#1", "#A & <B>#1", "`#A`#1", "> #A#1", "#A#1", "[#A](#1)", "**#A**"];
    await Promise.all(texts.map((text, index) => service.deliver({ id: `t${index}`, sender: "1001", text })));
    await service.close();
    expect(heard.map(({ text }) => text).sort()).toEqual([...texts].sort());
  });

  it("is not read where the signature of a tap is forged", async () => {
    const { chat, heard } = listen();
    const service = await open(chat);
    const tapped = { id: "1502067600.000001", text: "", buttons: ["#status"] };
    const tap = { id: "1", sender: "1001", text: "#status", tapped } as const;
    expect(await service.deliver({ ...tap, signature: "forged" })).toBe(401);
    expect(heard).toEqual([]);
    expect(await service.deliver(tap)).toBe(200);
    expect(heard.map(({ text, sender }) => [text, sender])).toEqual([["#status", "1001"]]);
    await service.close();
  });
});

describe("what was typed", () => {
  it.each([
    [{ text: "#A~B~C#1 &lt;&amp;&gt;" }, "#A~B~C#1 <&>"],
    [{ content: "#A*B*C#1" }, "#A*B*C#1"],
    [{ type: "sticker" }, undefined],
    [null, undefined],
  ])("is taken from %j", (event, text) => {
    expect(rawText(event)).toBe(text);
  });
});
