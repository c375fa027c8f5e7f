import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Chat, Reply } from "giliran";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import { createAnswering } from "../transport/answering.js";
import { reportError } from "../transport/report-error.js";
import { createHistory } from "./history.js";

export interface WebSettings {
  readonly chat: Chat;
  /** What "tomorrow" counts from; default `Date.now`. */
  readonly now?: () => number;
}

const read = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
const cookie = "sender";

/** A page with a chat window. Who writes is told by a cookie that scripts can't read. */
export function createWeb({ chat, now = Date.now }: WebSettings): Hono {
  const history = createHistory();
  const answer = createAnswering({ chat, send: async (reply) => history.add(reply.to, entryOf(reply)) });

  return new Hono()
    .onError(reportError)
    .use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", "data:"] } }))
    .get("/", (context) => {
      const attributes = { httpOnly: true, sameSite: "Strict", path: "/", maxAge: 180 * 86_400 } as const;
      if (!getCookie(context, cookie)) setCookie(context, cookie, randomUUID(), attributes);
      return context.html(read("index.html"));
    })
    .get("/chat.css", ({ body }) => body(read("chat.css"), 200, { "content-type": "text/css" }))
    .get("/chat.js", ({ body }) => body(read("chat.js"), 200, { "content-type": "text/javascript" }))
    .post("/messages", bodyLimit({ maxSize: 20_000 }), async (context) => {
      const sender = getCookie(context, cookie);
      if (sender === undefined) return context.text("Unauthorized", 401);
      const { id, text } = (await context.req.json()) as { id: string; text: string }; // decoded
      if (!history.has(sender, id)) history.add(sender, { id, from: "own", text });
      await answer({ channel: "web", id, sender, text, at: now() });
      // Up to which event the answer goes: events have a connection of their own.
      return context.json({ lastEventId: history.last(sender) });
    })
    .get("/events", (context) => {
      const sender = getCookie(context, cookie);
      if (sender === undefined) return context.text("Unauthorized", 401);
      const seen = Number(context.req.header("last-event-id") ?? -1);
      return streamSSE(context, async (stream) => {
        const ended = new Promise<void>((resolve) => stream.onAbort(resolve));
        const stop = history.follow(sender, seen + 1, (entry, index) =>
          stream.writeSSE({ id: `${index}`, data: JSON.stringify(entry) }),
        );
        await ended;
        stop();
      });
    });
}

function entryOf({ text, choices = [], image }: Reply) {
  const source = image && `data:${image.mediaType};base64,${Buffer.from(image.data).toString("base64")}`;
  return { from: "office", text, choices, ...(image && { image: { source, alt: image.alt } }) };
}
