import { type Chat, type IncomingMessage, type Reply, StoreError } from "giliran";

export interface AnsweringSettings<Message extends IncomingMessage = IncomingMessage> {
  readonly chat: Chat;
  /** What is to be found out before a message is received, such as the code in a picture. */
  readonly complete?: (message: Message) => Promise<Message>;
  /** Sends one of the replies to a message; what it throws is tried again, but for an `UndeliverableError`. */
  readonly send: (reply: Reply, message: Message, index: number) => Promise<void>;
  /** How long to wait before each further try. */
  readonly pausesMs?: readonly number[];
}

/** A reply that no further try will bring to the person: a blocked bot, a closed account. */
export class UndeliverableError extends Error {
  override readonly name = "UndeliverableError";
}

const remembered = 10_000;
/** How many messages of one sender wait for each other. */
const mostWaiting = 200;

/**
 * Receives a message and sends the replies; done when they are sent, so that a webhook may be answered then. The
 * messages of one sender are answered one after another, 200 at most. What is delivered again meanwhile or later gets no second
 * answer from this process. Where it rejects, nothing is remembered:
 * have the message delivered again, and it is answered as it was.
 */
export function createAnswering<Message extends IncomingMessage>({
  chat,
  send,
  complete = async (message) => message,
  pausesMs = [500, 2000],
}: AnsweringSettings<Message>): (message: Message) => Promise<void> {
  const answers = new Map<string, Promise<void>>();
  /** The messages of each sender that are not answered yet. */
  const lines = new Map<string, { last: Promise<void>; waiting: number }>();

  async function answer(message: Message): Promise<void> {
    for (const [index, reply] of (await chat.receive(await complete(message))).entries())
      await retry(() => send(reply, message, index), pausesMs).catch((error: unknown) => {
        if (!(error instanceof UndeliverableError)) throw error;
        console.error(`A reply can't be delivered: ${error.message}`);
      });
  }

  return (message) => {
    const sender = JSON.stringify([message.channel, message.sender]);
    const key = sender + message.id;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const line = lines.get(sender) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= mostWaiting)
      return Promise.reject(new StoreError("Too many messages of one sender wait.", { retryable: true }));
    const answered = line.last.catch(() => undefined).then(() => answer(message));
    answers.set(key, answered);
    line.last = answered;
    line.waiting++;
    lines.set(sender, line);
    answered.catch(() => answers.delete(key)).finally(() => --line.waiting === 0 && lines.delete(sender));
    const [oldest] = answers.keys();
    if (answers.size > remembered && oldest !== undefined) answers.delete(oldest);
    return answered;
  };
}

async function retry(attempt: () => Promise<void>, pausesMs: readonly number[]): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof UndeliverableError) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return attempt();
}
