import type { Chat, IncomingMessage, Reply } from "giliran";
import type { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { createBotApp, demandSecret, isSame, parseObject, readBody } from "../transport/bot-app.js";
import { reportError } from "../transport/report-error.js";

export interface HttpSettings {
  readonly chat: Chat;
  /** What callers show as `Authorization: Bearer …`. */
  readonly token: string;
}

/** Messages as JSON, answered with the replies. */
export function createHttp({ chat, token }: HttpSettings): Hono {
  demandSecret(token);
  return createBotApp()
    .onError((error, context) =>
      error instanceof TypeError ? context.json({ error: error.message }, 400) : reportError(error, context),
    )
    .use(bearerAuth({ verifyToken: (given) => isSame(given, token) }))
    .post("/messages", async (context) => {
      const message = parseObject(await readBody(context)) as IncomingMessage; // `receive` throws a TypeError where it is none
      return context.json({ replies: (await chat.receive(message)).map(encode) });
    });
}

/** The picture in base64. What a reply is about is for this program alone. */
function encode({ image, about: _, ...reply }: Reply): object {
  return image ? { ...reply, image: { ...image, data: Buffer.from(image.data).toString("base64") } } : reply;
}
