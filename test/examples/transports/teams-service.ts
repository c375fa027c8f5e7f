import { generateKeyPairSync, sign } from "node:crypto";
import { globalAgent } from "node:https";
import { connect } from "node:net";
import { createTeamsAdapter } from "@chat-adapter/teams";
import { ConsoleLogger } from "chat";
import type { Chat } from "giliran";
import { Hono } from "hono";
import { createChatSdk } from "../../../examples/chat-sdk/chat-sdk.js";
import { listen } from "./listen.js";
import { createServiceLog, type Delivery, messagesAt, type Service, type ServiceLog } from "./service.js";

const appId = "00000000-0000-4000-8000-000000000001";
const tenantId = "00000000-0000-4000-8000-000000000002";
const kid = "key-1";
process.env.LOG_LEVEL ??= "error"; // the kit can't be told to keep Microsoft's library quiet
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const forger = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What is looked at of a message. */
interface Sent {
  readonly text?: string;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly contentUrl?: string;
    readonly content?: {
      readonly body: readonly { readonly text: string }[];
      readonly actions?: readonly { readonly title: string; readonly data: { readonly value: string } }[];
    };
  }[];
}

/** The Bot Connector, and the keys of the tokens that it shows. */
function createConnector(log: ServiceLog, pictures: Map<string, Uint8Array>): Hono {
  let ids = 0;

  function read({ text = "", attachments = [] }: Sent) {
    const card = attachments.find(({ content }) => content !== undefined)?.content;
    const picture = attachments.find(({ contentType }) => contentType === "image/png")?.contentUrl;
    const actions = card?.actions ?? [];
    log.check("actions", actions.length, 6);
    const image = picture && { image: Buffer.from(picture.split(",")[1] ?? "", "base64") };
    return { text: card?.body[0]?.text ?? text, buttons: actions.map(({ data }) => data.value), ...image };
  }

  return new Hono()
    .get("/v1/.well-known/keys", ({ json }) =>
      json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256" }] }),
    )
    .get("/v3/attachments/:id", ({ req, body }) =>
      req.header("authorization") === `Bearer ${botToken}`
        ? body(new Uint8Array(pictures.get(req.param("id")) ?? []))
        : body("Unauthorized", 401),
    )
    .get("/v3/conversations/:conversation/members/:member", ({ req, json }) =>
      json({ id: req.param("member"), name: "Ani", userPrincipalName: "ani@example.com" }),
    )
    .post("/v3/conversations/:conversation/activities", async ({ req, json }) => {
      if (log.fails()) return json({ error: { code: "ServiceError" } }, 500);
      if (req.header("authorization") !== `Bearer ${botToken}`)
        return json({ error: { code: "Unauthorized" } }, 401);
      const body = await req.text();
      log.check("message in bytes", Buffer.byteLength(body), 100_000);
      const id = `${++ids}`;
      log.show(req.param("conversation").replace(/^a:/, ""), { id, ...read(JSON.parse(body)) });
      return json({ id });
    });
}

/** Where Microsoft's keys are can't be set: connections to there are turned to the stand-in. */
function turnToStandIn(url: string): () => void {
  const { createConnection } = globalAgent;
  globalAgent.createConnection = function (options, callback) {
    return options.host === "login.botframework.com"
      ? connect(Number(new URL(url).port), "127.0.0.1")
      : createConnection.call(this, options, callback);
  };
  return () => {
    globalAgent.createConnection = createConnection;
  };
}

/** What comes shows a token of the Bot Framework: signed by its key, for this bot and for this address of the service. */
function writeToken(serviceurl: string, key = privateKey): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: "https://api.botframework.com", aud: appId, serviceurl, nbf: now, exp: now + 3600 };
  const signed = `${encode({ alg: "RS256", typ: "JWT", kid })}.${encode(claims)}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}

/** The bot's own token, in place of one from Microsoft's sign-in. */
const botToken: string = writeToken("");

export async function openTeams(chat: Chat): Promise<Service> {
  const log = createServiceLog();
  const pictures = new Map<string, Uint8Array>();
  const service = await listen(createConnector(log, pictures));
  const turnBack = turnToStandIn(service.url);
  const teams = createTeamsAdapter({
    appId,
    appTenantId: tenantId,
    token: () => botToken,
    logger: new ConsoleLogger("silent"),
  });
  const settings = { chat, adapters: { teams }, pausesMs: [1, 1], now: () => messagesAt };
  const bot = await listen(createChatSdk(settings).app);
  return {
    ...log,
    async deliver(message) {
      if (message.picture !== undefined) pictures.set(message.id, message.picture);
      const token = writeToken(service.url, message.signature && forger.privateKey);
      const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
      const body = JSON.stringify(activityOf(message, service.url));
      return (await fetch(`${bot.url}/webhook/teams`, { method: "POST", headers, body })).status;
    },
    async close() {
      turnBack();
      await Promise.all([bot.close(), service.close()]);
    },
  };
}

function activityOf(message: Delivery, serviceUrl: string): object {
  const { id, sender, text, media, picture, tapped } = message;
  const contentType = picture ? "image/*" : media === "sticker" ? "image/gif" : "audio/mp4";
  const file = { contentType, contentUrl: `${serviceUrl}/v3/attachments/${id}` };
  const said = { text, attachments: (media ?? picture) ? [file] : [] };
  return {
    type: "message",
    id: `activity-${id}`,
    timestamp: new Date(messagesAt).toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: { id: sender, name: "Ani", aadObjectId: `aad-${sender}` },
    recipient: { id: `28:${appId}`, name: "Antrian" },
    conversation: { id: `a:${sender}`, conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    ...(tapped === undefined ? said : { value: { actionId: "0", value: text }, replyToId: tapped.id }),
  };
}
