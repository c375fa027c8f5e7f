import { expect, it } from "vitest";
import { rawText } from "../../../examples/chat-sdk/raw-text.js";
import { describeChannel } from "./converse.js";
import { openSlack } from "./slack-service.js";

describeChannel("a bot on Slack through the chat kit", {
  open: openSlack,
  lacks: {
    pictures: "the example fetches none",
    buttons: "the choices stand in the text",
    quotes: "Slack has threads instead",
  },
});

it.each([
  [{ text: "#A~B~C#1 &lt;&amp;&gt;" }, "#A~B~C#1 <&>"],
  [{ content: "#A*B*C#1" }, "#A*B*C#1"],
  [{ type: "sticker" }, undefined],
  [null, undefined],
])("what was typed is taken from %j", (event, text) => {
  expect(rawText(event)).toBe(text);
});
