import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Chat, Reply } from "giliran";
import type { Context, Hono } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { streamSSE } from "hono/streaming";
import { createAnswering } from "../transport/answering.js";
import { createBotApp, demandSecret, parseObject, readBody } from "../transport/bot-app.js";
import { createHistory, type HistoryEntry } from "./history.js";

export interface WebSettings {
  readonly chat: Chat;
  /** Signs the cookie that tells who writes, so that nobody can make one up; the same for as long as people come back. */
  readonly secret: string;
  /** What "tomorrow" counts from; default `Date.now`. */
  readonly now?: () => number;
}

const read = (name: string) => readFileSync(new URL(`page/${name}`, import.meta.url), "utf8");
/**
 * Only this very host can set a cookie of the prefix `__Host-`, over https (or on localhost), so that nobody can plant
 * theirs. It comes along when people follow a link to the page, and with nothing else that another site begins.
 */
const cookie = {
  name: "sender",
  options: { prefix: "host", httpOnly: true, sameSite: "Lax", maxAge: 180 * 86_400 },
} as const;

/** A page with a chat window. Who writes is told by a cookie that scripts can't read. */
export function createWeb({ chat, secret, now = Date.now }: WebSettings): Hono {
  demandSecret(secret);
  const history = createHistory();
  const answer = createAnswering({ chat, send: async (reply) => history.add(reply.to, entryOf(reply)) });

  async function senderOf(context: Context): Promise<string | undefined> {
    const sender = await getSignedCookie(context, secret, cookie.name, "host");
    return sender === false ? undefined : sender;
  }

  async function demandSender(context: Context): Promise<string> {
    const sender = await senderOf(context);
    if (sender === undefined) throw new HTTPException(401, { message: "Unauthorized" });
    return sender;
  }

  return createBotApp()
    .use(csrf())
    .use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", "data:"] } }))
    .get("/", async (context) => {
      // Anew at each visit, so that it lasts for as long as somebody comes back.
      const sender = (await senderOf(context)) ?? randomUUID();
      await setSignedCookie(context, cookie.name, sender, secret, cookie.options);
      return context.html(read("index.html"));
    })
    .get("/chat.css", ({ body }) => body(read("chat.css"), 200, { "content-type": "text/css" }))
    .get("/chat.js", ({ body }) => body(read("chat.js"), 200, { "content-type": "text/javascript" }))
    .post("/messages", async (context) => {
      const sender = await demandSender(context);
      const { id, text } = readMessage(parseObject(await readBody(context)));
      if (!history.has(sender, id)) history.add(sender, { id, from: "own", text });
      await answer({ channel: "web", id, sender, text, at: now() });
      // Up to which event the answer goes: events have a connection of their own.
      return context.json({ lastEventId: history.last(sender) });
    })
    .get("/events", async (context) => {
      const sender = await demandSender(context);
      const seen = Number(context.req.header("last-event-id") ?? -1);
      return streamSSE(context, async (stream) => {
        let stop = (): void => undefined;
        const isElsewhere = await new Promise<boolean>((end) => {
          stream.onAbort(() => end(false));
          const show = (entry: HistoryEntry, index: number) =>
            stream.writeSSE({ id: `${index}`, data: JSON.stringify(entry) });
          stop = history.follow(sender, seen + 1, { show, end });
        });
        stop();
        if (isElsewhere) await stream.writeSSE({ event: "elsewhere", data: "" });
      });
    });
}

const longestText = 20_000;
const longestId = 100;

function readMessage(body: object): { readonly id: string; readonly text: string } {
  const { id, text }: Record<string, unknown> = { ...body };
  if (typeof id !== "string" || id === "" || id.length > longestId || typeof text !== "string")
    throw new HTTPException(400, { message: "Expected an id and a text." });
  if (text.length > longestText) throw new HTTPException(413, { message: "The text is too long." });
  return { id, text };
}

function entryOf({ text, choices = [], image }: Reply) {
  const source = image && `data:${image.mediaType};base64,${Buffer.from(image.data).toString("base64")}`;
  return { from: "office", text, choices, ...(image && { image: { source, alt: image.alt } }) };
}
