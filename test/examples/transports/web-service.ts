import type { Chat } from "giliran";
import { createWeb } from "../../../examples/web/web.js";
import { listen } from "./listen.js";
import { createServiceLog, messagesAt, type Service } from "./service.js";

export interface WebService extends Service {
  readonly url: string;
}

interface Entry {
  readonly from: "own" | "office";
  readonly text: string;
  readonly choices?: readonly { readonly text: string }[];
  readonly image?: { readonly source: string };
}

/** How far the events of a page have come. */
interface Progress {
  /** Resolves once the event has come. */
  readonly until: (eventId: number) => Promise<void>;
  readonly reach: (eventId: number) => void;
}

function createProgress(): Progress {
  let last = -1;
  let waiting: { readonly eventId: number; readonly resolve: () => void }[] = [];
  return {
    until: (eventId) =>
      eventId <= last ? Promise.resolve() : new Promise((resolve) => waiting.push({ eventId, resolve })),
    reach(eventId) {
      last = eventId;
      for (const { resolve } of waiting.filter((one) => one.eventId <= last)) resolve();
      waiting = waiting.filter((one) => one.eventId > last);
    },
  };
}

/** A person's page: the cookie by which the server knows them, and its events. */
interface Visit {
  readonly cookie: string;
  readonly progress: Progress;
}

/** The page's side of the connection, without a browser. */
export async function openWeb(chat: Chat): Promise<WebService> {
  const log = createServiceLog();
  const bot = await listen(createWeb({ chat, secret: "the secret of the cookies", now: () => messagesAt }));
  const visitors = new Map<string, Promise<Visit>>();
  const pages = new AbortController();

  async function visit(name: string): Promise<Visit> {
    const page = await fetch(bot.url);
    const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
    const events = await fetch(`${bot.url}/events`, { headers: { cookie }, signal: pages.signal });
    const progress = createProgress();
    void follow(events, name, progress).catch(() => undefined); // ends with the page
    return { cookie, progress };
  }

  async function follow(events: Response, name: string, progress: Progress): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of events.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const parts = rest.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        show(name, JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? "{}"));
        progress.reach(Number(/^id: (\d+)$/m.exec(part)?.[1]));
      }
    }
  }

  function show(name: string, { from, text, choices = [], image }: Entry): void {
    if (from === "own") return;
    const picture = image && { image: Buffer.from(image.source.split(",")[1] ?? "", "base64") };
    log.show(name, { id: "", text, buttons: choices.map((choice) => choice.text), ...picture });
  }

  async function deliver(message: Parameters<Service["deliver"]>[0]): Promise<number> {
    const { id, sender, text, signature } = message;
    const visitor = visitors.get(sender) ?? visit(sender);
    visitors.set(sender, visitor);
    const { cookie, progress } = await visitor;
    const headers = { "content-type": "application/json", ...(signature === undefined && { cookie }) };
    const post = () =>
      fetch(`${bot.url}/messages`, { method: "POST", headers, body: JSON.stringify({ id, text }) });
    let response = await post();
    // The page tries again where it got no answer.
    while (log.fails()) response = await post();
    if (response.ok) await progress.until(((await response.json()) as { lastEventId: number }).lastEventId);
    return response.status;
  }

  return {
    ...log,
    url: bot.url,
    deliver,
    async close() {
      pages.abort();
      await bot.close();
    },
  };
}
