import { createHmac } from "node:crypto";
import { type Chat, StoreError } from "giliran";
import type { Hono } from "hono";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { createChatSdk } from "../../../examples/chat-sdk/chat-sdk.js";
import { createHttp } from "../../../examples/http/http.js";
import { createLine } from "../../../examples/line/line.js";
import { createAnswering } from "../../../examples/transport/answering.js";
import { callApi, readBounded } from "../../../examples/transport/call-api.js";
import { describeError } from "../../../examples/transport/describe-error.js";
import { readBarcodesOf } from "../../../examples/transport/read-barcodes.js";
import { requestTimes } from "../../../examples/transport/serve-bot.js";
import { createTwilio } from "../../../examples/twilio/twilio.js";
import { createHistory } from "../../../examples/web/history.js";
import { createWeb } from "../../../examples/web/web.js";
import { createWhatsAppCloud } from "../../../examples/whatsapp-cloud/whatsapp-cloud.js";
import { listen } from "./listen.js";
import { messagesAt } from "./service.js";

const secret = "a secret of these tests";
const refuse = () => Promise.reject(new Error("Expected nothing to be read."));
const silent: Chat = { receive: refuse, tell: refuse };

/** A chat that answers nothing, and whose messages are kept. */
function listening(): { readonly chat: Chat; readonly heard: string[] } {
  const heard: string[] = [];
  const receive: Chat["receive"] = async ({ id }) => {
    heard.push(id);
    return [];
  };
  return { chat: { ...silent, receive }, heard };
}

const line = (chat: Chat, channelSecret = secret) =>
  createLine({ chat, channelSecret, accessToken: "t", publicUrl: "https://bot.example" });
const whatsApp = (chat: Chat, appSecret = secret, verifyToken = "v") =>
  createWhatsAppCloud({ chat, appSecret, accessToken: "t", verifyToken, apiUrl: "http://127.0.0.1:1" });
const twilio = (chat: Chat, authToken = secret) =>
  createTwilio({ chat, authToken, publicUrl: "https://bot.example" });
const web = (chat: Chat, cookieSecret = secret) => createWeb({ chat, secret: cookieSecret });
const http = (chat: Chat, token = secret) => createHttp({ chat, token });
const kit = (chat: Chat) => createChatSdk({ chat, adapters: {} }).app;

const apps: readonly (readonly [string, string, (chat: Chat) => Hono])[] = [
  ["line", "/webhook", line],
  ["whatsapp-cloud", "/webhook", whatsApp],
  ["twilio", "/webhook", twilio],
  ["web", "/messages", web],
  ["http", "/messages", http],
  ["chat-sdk", "/webhook/slack", kit],
];

describe.each(apps)("the bot of %s", (_, path, create) => {
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };

  it.each(["with its length", "in pieces"])("takes no body of two megabytes, sent %s", async (how) => {
    const bytes = new Uint8Array(2_000_000).fill(32);
    const body = how === "in pieces" ? new Blob([bytes]).stream() : bytes;
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit; // not in the types yet
    const more = how === "in pieces" ? {} : { "content-length": `${bytes.length}` };
    const response = await create(silent).request(path, { ...init, headers: { ...headers, ...more } });
    // An adapter that nobody has started is not there, whatever it is sent.
    expect([413, 404]).toContain(response.status);
  });
});

it.each([
  ["line", () => line(silent, "")],
  ["whatsapp-cloud", () => whatsApp(silent, " ")],
  ["whatsapp-cloud's verification", () => whatsApp(silent, secret, "")],
  ["twilio", () => twilio(silent, "")],
  ["web", () => web(silent, "")],
  ["http", () => http(silent, "")],
])("has no empty secret: %s", (_, create) => {
  expect(create).toThrow("Expected a secret");
});

describe("a signed webhook", () => {
  const hooks: readonly (readonly [string, (chat: Chat) => Hono, (body: Uint8Array) => object, string])[] = [
    [
      "line",
      line,
      (body) => ({ "x-line-signature": createHmac("sha256", secret).update(body).digest("base64") }),
      JSON.stringify({
        events: [
          null,
          { type: "message" },
          eventOf("a"),
          { ...eventOf("b"), message: { id: 1 } },
          eventOf("c"),
        ],
      }),
    ],
    [
      "whatsapp-cloud",
      whatsApp,
      (body) => ({
        "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      }),
      JSON.stringify({
        entry: [
          null,
          { changes: [{ value: { messages: [textOf("a"), null, { ...textOf("b"), text: { body: 5 } }] } }] },
          { changes: [{ value: { messages: [textOf("c")] } }] },
        ],
      }),
    ],
  ];

  describe.each(hooks)("of %s", (_, create, sign, batch) => {
    const post = (app: Hono, body: Uint8Array, headers: object) =>
      app.request("/webhook", { method: "POST", body: new Uint8Array(body), headers: { ...headers } });

    it("tells a changed byte that is no UTF-8, and a mark of the order of bytes", async () => {
      const [signed, changed] = [0xff, 0xfe].map((last) => Buffer.from([0x22, last, 0x22]));
      const app = create(silent);
      expect((await post(app, changed as Buffer, sign(signed as Buffer))).status).toBe(400);
      const [plain, marked] = ["{}", "\ufeff{}"].map((text) => Buffer.from(text));
      expect((await post(app, marked as Buffer, sign(plain as Buffer))).status).toBe(401);
      expect((await post(app, plain as Buffer, sign(plain as Buffer))).status).toBe(200);
    });

    it("answers the good events of a batch", async () => {
      const print = vi.spyOn(console, "error").mockReturnValue();
      const { chat, heard } = listening();
      const body = Buffer.from(batch);
      expect((await post(create(chat), body, sign(body))).status).toBe(200);
      expect(heard).toEqual(expect.arrayContaining(["a", "c"]));
      print.mockRestore();
    });

    it("answers the others before it asks for a message that failed once more", async () => {
      const print = vi.spyOn(console, "error").mockReturnValue();
      const { chat, heard } = listening();
      const failing: Chat = {
        ...chat,
        receive: async (message) => {
          if (message.id === "a") throw new StoreError("away", { retryable: true });
          return chat.receive(message);
        },
      };
      const body = Buffer.from(batch);
      expect((await post(create(failing), body, sign(body))).status).toBe(503);
      expect(heard).toContain("c");
      print.mockRestore();
    });

    it.each(["no JSON", "[1]", "null", '{"events": 5, "entry": 5}'])(
      "refuses what is no body of the service: %s",
      async (text) => {
        const body = Buffer.from(text);
        expect([200, 400]).toContain((await post(create(silent), body, sign(body))).status);
      },
    );
  });
});

function eventOf(id: string) {
  const source = { type: "user", userId: id };
  return {
    type: "message",
    timestamp: messagesAt,
    source,
    replyToken: id,
    message: { id, type: "text", text: "a" },
  };
}

function textOf(id: string) {
  return { id, from: "1001", timestamp: "1502067600", type: "text", text: { body: "a" } };
}

it.each(["x-slack-request-timestamp", "x-signature-timestamp"])(
  "takes nothing that was dated long ago by %s",
  async (header) => {
    const { app } = createChatSdk({ chat: silent, adapters: { slack: { name: "slack" } as never } }); // never reached
    const old = `${Math.floor(Date.now() / 1000) - 301}`;
    for (const dated of [old, "never"])
      expect(
        (await app.request("/webhook/slack", { method: "POST", headers: { [header]: dated } })).status,
      ).toBe(401);
  },
);

it.each([
  ["line", line],
  ["twilio", twilio],
])("draws a barcode at the addresses that it gave out alone: %s", async (_, create) => {
  for (const path of [
    "/barcode/7HXW9TB6.png",
    "/barcode/7HXW9TB6.png?proof=",
    "/barcode/7HXW9TB6.png?proof=a",
  ])
    expect((await create(silent).request(path)).status).toBe(404);
});

it("gives no more room to one sender than 200 messages", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const chat: Chat = { ...silent, receive: () => held.then(() => []) };
  const answer = createAnswering({ chat, send: async () => undefined });
  const said = (id: number, sender = "a") => answer({ channel: "c", id: `${id}`, sender, text: "", at: 1 });
  const answers = Array.from({ length: 201 }, (_, id) => said(id));
  await expect(answers[200]).rejects.toMatchObject({ retryable: true });
  void said(1, "b");
  release();
  await Promise.all(answers.slice(0, 200));
  await said(300);
});

it("cuts off who sends a request too slowly", () => {
  expect(requestTimes.requestTimeout).toBeLessThanOrEqual(30_000);
});

describe("what is printed of an error", () => {
  it("is nothing that a service wrote", async () => {
    const service = await listen({
      fetch: () => new Response("no 62812345 with token abc", { status: 400 }),
    });
    const error = await callApi(`${service.url}/bot-token/send`).catch((thrown: unknown) => thrown);
    await service.close();
    expect(describeError(error)).toMatch(/^127\.0\.0\.1:\d+ answered 400\.$/);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/62812345|abc|bot-token/);
  });

  it.each([
    ["of somebody else's", new Error("62812345 said Budi"), /^Error at /],
    [
      "with a code",
      Object.assign(new TypeError("62812345"), { code: "ECONNRESET" }),
      /^TypeError ECONNRESET at /,
    ],
    ["that is none", "62812345", /^what was thrown is a string$/],
    ["with control characters", new StoreError("a\u001b[2Jb", { retryable: true }), /^a\\u\{1b\}\[2Jb$/],
  ])("is its kind, of one %s", (_, error, expected) => {
    expect(describeError(error)).toMatch(expected);
    expect(describeError(error)).not.toContain("62812345");
  });
});

describe("a picture that somebody sends", () => {
  it("is not decoded where it says that it is huge", async () => {
    const huge = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: "white" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(huge.length).toBeLessThan(1_500_000);
    const before = process.memoryUsage().rss;
    expect(await readBarcodesOf(huge)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it("leaves the thread to others while it is read", async () => {
    const large = await sharp({ create: { width: 4000, height: 3900, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    turn();
    expect(await readBarcodesOf(large)).toEqual([]);
    isDone = true;
    expect(turns).toBeGreaterThan(100);
  });

  it("is given up beyond ten megabytes", async () => {
    const endless = (function* () {
      for (;;) yield new Uint8Array(1_000_000);
    })();
    await expect(readBounded(endless)).rejects.toThrow("10000000 bytes at most");
  });
});

describe("who writes on the web page", () => {
  const visit = async (app: Hono, cookie?: string) => {
    const response = await app.request("/", { headers: cookie ? { cookie } : {} });
    return response.headers.get("set-cookie") ?? "";
  };
  const cookieOf = (header: string) => header.split(";")[0] ?? "";
  const say = (app: Hono, headers: Record<string, string>) =>
    app.request("/messages", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ id: "1", text: "halo" }),
    });

  it("is known by a cookie that no other host can plant, and that a link brings along", async () => {
    const header = await visit(web(silent));
    expect(header).toMatch(/^__Host-sender=/);
    for (const part of ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"])
      expect(header).toContain(part);
    expect(header).not.toContain("Domain");
  });

  it("stays who they are at each visit", async () => {
    const app = web(silent);
    const first = cookieOf(await visit(app));
    expect(cookieOf(await visit(app, first))).toBe(first);
    expect(cookieOf(await visit(app, `${first}; sender=planted`))).toBe(first);
  });

  it.each(["__Host-sender=somebody", "__Host-sender=somebody.c2lnbmF0dXJl", "sender=somebody"])(
    "is nobody by a cookie that was made up: %s",
    async (cookie) => {
      const app = web(silent);
      expect((await say(app, { cookie })).status).toBe(401);
      expect((await app.request("/events", { headers: { cookie } })).status).toBe(401);
      expect(cookieOf(await visit(app, cookie))).not.toBe(cookie);
    },
  );

  it("does nothing that another site begins", async () => {
    const { chat, heard } = listening();
    const app = web(chat);
    const cookie = cookieOf(await visit(app));
    const foreign = { cookie, "content-type": "text/plain", origin: "https://evil.example" };
    expect((await say(app, foreign)).status).toBe(403);
    expect(heard).toEqual([]);
    expect((await say(app, { cookie })).status).toBe(200);
  });

  it.each([{}, { id: 5, text: "a" }, { id: "1" }, { id: "1", text: "a".repeat(20_001) }, null])(
    "is told what is no message: %o",
    async (body) => {
      const app = web(silent);
      const cookie = cookieOf(await visit(app));
      const headers = { cookie, "content-type": "application/json" };
      const response = await app.request("/messages", {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      expect([400, 413]).toContain(response.status);
    },
  );
});

describe("the history of the web page", () => {
  const entry = (text: string) => ({ from: "own", text });

  it("is bounded in bytes, and its indices go on", () => {
    const history = createHistory({ senders: 2, bytes: 100 });
    for (let index = 0; index < 50; index++) history.add("a", entry(`text ${index}`));
    const shown: number[] = [];
    history.follow("a", 0, { show: (_, index) => shown.push(index), end: () => undefined });
    expect(history.last("a")).toBe(49);
    expect(shown.at(-1)).toBe(49);
    expect(shown.length).toBeLessThan(5);
  });

  it("is bounded in people, and tells who is forgotten", () => {
    const history = createHistory({ senders: 2, bytes: 1000 });
    const ended: boolean[] = [];
    history.follow("a", 0, { show: () => undefined, end: (isElsewhere) => ended.push(isElsewhere) });
    for (const sender of ["b", "c", "d"]) history.add(sender, entry("x"));
    expect(ended).toEqual([false]);
  });

  it("has one page a person, the latest", () => {
    const history = createHistory();
    const heard: string[] = [];
    const page = (name: string) => ({
      show: () => heard.push(name),
      end: (isElsewhere: boolean) => heard.push(`${name} ${isElsewhere ? "elsewhere" : "forgotten"}`),
    });
    const stop = history.follow("a", 0, page("first"));
    history.follow("a", 0, page("second"));
    stop();
    history.add("a", entry("x"));
    expect(heard).toEqual(["first elsewhere", "second"]);
  });
});
