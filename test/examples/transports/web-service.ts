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

/** The page's side of the connection, without a browser. */
export async function openWeb(chat: Chat): Promise<WebService> {
  const log = createServiceLog();
  const bot = await listen(createWeb({ chat, now: () => messagesAt }));
  const visitors = new Map<string, Promise<string>>();
  const pages = new AbortController();

  /** Opens the page and gives the cookie by which the server knows the person. */
  async function visit(name: string): Promise<string> {
    const page = await fetch(bot.url);
    const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
    const events = await fetch(`${bot.url}/events`, { headers: { cookie }, signal: pages.signal });
    void follow(events, name).catch(() => undefined); // ends with the page
    return cookie;
  }

  async function follow(events: Response, name: string): Promise<void> {
    let rest = "";
    for await (const chunk of events.body ?? []) {
      rest += new TextDecoder().decode(chunk);
      const parts = rest.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) show(name, JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? "{}"));
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
    const cookie = await visitor;
    const headers = { "content-type": "application/json", ...(signature === undefined && { cookie }) };
    const before = log.shown(sender).length;
    const post = () =>
      fetch(`${bot.url}/messages`, { method: "POST", headers, body: JSON.stringify({ id, text }) });
    let response = await post();
    // The page tries again where it got no answer.
    while (log.fails()) response = await post();
    // Events have a connection of their own.
    for (let turns = 0; response.ok && turns < 50 && log.shown(sender).length === before; turns++)
      await new Promise((resolve) => setTimeout(resolve, 1));
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
