import { createHmac } from "node:crypto";
import type { IncomingMessage } from "giliran";
import type { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { createBotApp, demandSecret, isSame, parseObject, readBody } from "./bot-app.js";
import { describeError } from "./describe-error.js";

export interface SignedWebhookSettings<Message extends IncomingMessage> {
  readonly secret: string;
  /** The header with the signature, an HMAC-SHA-256 of the body as it came in, to the byte. */
  readonly header: string;
  /** What stands before the signature. */
  readonly prefix?: string;
  readonly encoding: "hex" | "base64";
  /** The messages of a body, decoded from JSON. */
  readonly read: (body: object) => readonly Message[];
  readonly answer: (message: Message) => Promise<void>;
}

/** Takes messages at `/webhook`: 401 where the signature is wrong, and nothing is read; 200 when all are answered. */
export function createSignedWebhook<Message extends IncomingMessage>({
  header,
  read,
  answer,
  ...signing
}: SignedWebhookSettings<Message>): Hono {
  demandSecret(signing.secret);
  return createBotApp().post("/webhook", async (context) => {
    const body = await readBody(context);
    if (!isSigned(body, context.req.header(header) ?? "", signing)) return context.text("Unauthorized", 401);
    await answerAll(read(parseObject(body)), answer);
    return context.text("OK");
  });
}

/** What is read of each event; one that can't be read is told and passed over, so that the others are answered. */
export function readEach<Event, Message>(
  events: readonly Event[] | undefined,
  read: (event: Event) => readonly Message[],
): readonly Message[] {
  if (events === undefined) return [];
  if (!Array.isArray(events)) throw new HTTPException(400, { message: "Expected a list of events." });
  return events.flatMap((event) => {
    try {
      return read(event);
    } catch (error) {
      console.error(`An event can't be read: ${describeError(error)}`);
      return [];
    }
  });
}

/** Answers every message, whatever becomes of the others; throws where one is to be delivered again. */
async function answerAll<Message>(
  messages: readonly Message[],
  answer: (message: Message) => Promise<void>,
): Promise<void> {
  const failures = (await Promise.allSettled(messages.map(async (message) => answer(message)))).flatMap(
    (result) => (result.status === "rejected" ? [result.reason as unknown] : []), // whatever was thrown
  );
  const isNoMessage = (error: unknown) => error instanceof TypeError; // and would be none another time
  for (const error of failures.filter(isNoMessage))
    console.error(`A message can't be read: ${describeError(error)}`);
  const again = failures.find((error) => !isNoMessage(error));
  if (again !== undefined) throw again;
}

function isSigned(
  body: string,
  signature: string,
  { secret, prefix = "", encoding }: Pick<SignedWebhookSettings<never>, "secret" | "prefix" | "encoding">,
): boolean {
  if (!signature.startsWith(prefix)) return false;
  return isSame(
    Buffer.from(signature.slice(prefix.length), encoding),
    createHmac("sha256", secret).update(body).digest(),
  );
}
