import { timingSafeEqual } from "node:crypto";
import type { Chat, IncomingMessage, Reply } from "giliran";
import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { bodyLimit } from "hono/body-limit";
import { reportError } from "../transport/report-error.js";

export interface HttpSettings {
  readonly chat: Chat;
  /** What callers show as `Authorization: Bearer …`. */
  readonly token: string;
}

/** Messages as JSON, answered with the replies. */
export function createHttp({ chat, token }: HttpSettings): Hono {
  return new Hono()
    .onError((error, context) =>
      error instanceof TypeError || error instanceof SyntaxError
        ? context.json({ error: error.message }, 400)
        : reportError(error, context),
    )
    .use(bearerAuth({ verifyToken: (given) => isSame(given, token) }))
    .post("/messages", bodyLimit({ maxSize: 100_000 }), async ({ req, json }) => {
      const message = (await req.json()) as IncomingMessage; // decoded; `receive` throws a TypeError where it is none
      return json({ replies: (await chat.receive(message)).map(encode) });
    });
}

/** The picture in base64. */
function encode({ image, ...reply }: Reply): object {
  return image ? { ...reply, image: { ...image, data: Buffer.from(image.data).toString("base64") } } : reply;
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
