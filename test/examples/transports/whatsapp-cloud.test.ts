import { createChat, createDesk, type Desk, indonesian, memoryStore } from "giliran";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { describeChannel } from "./converse.js";
import { messageOf, openWhatsApp, type WhatsAppService, webhook } from "./whatsapp-service.js";

describeChannel("a bot on WhatsApp's Cloud API", { open: openWhatsApp });

describe("the webhook of WhatsApp's Cloud API", () => {
  const at = Date.parse("2017-08-07T08:00+07:00");
  let service: WhatsAppService;
  let desk: Desk;
  beforeEach(async () => {
    desk = createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => at });
    service = await openWhatsApp(createChat({ desk, format: passportFormat, words: indonesian }));
  });
  afterEach(async () => {
    await service.close();
    expect(service.violations).toEqual([]);
  });
  const bookings = () => desk.find({ officeId: jakartaPusat.id, date: "2017-08-08" });

  it("is handed over by its verify token", async () => {
    const subscribe = `${service.webhookUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=`;
    const accepted = await fetch(`${subscribe}the%20verify%20token`);
    expect(await accepted.text()).toBe("1158201444");
    expect((await fetch(`${subscribe}another`)).status).toBe(403);
  });

  it("reads every message of a batch, with events of delivery among them", async () => {
    const status = { id: "wamid.sent.1", status: "delivered", timestamp: "1502067600", recipient_id: "1001" };
    const body = JSON.parse(
      webhook(
        [messageOf({ id: "a", sender: "1001", text: "#Ahmad#20111967#08082017" })],
        [
          messageOf({ id: "b", sender: "1002", text: "#Budi#17081990#08082017" }),
          messageOf({ id: "c", sender: "1002", text: "#status" }),
        ],
      ),
    );
    body.entry.splice(1, 0, { id: "1", changes: [{ field: "messages", value: { statuses: [status] } }] });
    expect((await service.post(JSON.stringify(body))).status).toBe(200);
    expect(await bookings()).toHaveLength(2);
    expect(service.shown("1002")).toHaveLength(2);
  });

  it.each([
    ["an event of delivery", { statuses: [{ id: "wamid.sent.1", status: "read" }] }],
    ["an error", { errors: [{ code: 130429 }] }],
    [
      "an emoji on a message",
      { messages: [{ from: "1001", id: "r", type: "reaction", timestamp: "1502067600" }] },
    ],
    ["nothing", {}],
  ])("answers 200 to %s and sends nothing", async (_, value) => {
    const body = JSON.stringify({ entry: [{ id: "1", changes: [{ field: "messages", value }] }] });
    expect((await service.post(body)).status).toBe(200);
    expect((await service.post("{}")).status).toBe(200);
    expect(service.shown("1001")).toEqual([]);
  });

  it("answers people of whom there is a business-scoped id and no number", async () => {
    const sender = "ID.13491208655302741918";
    await service.deliver({ id: "a", sender, text: "#Ahmad#20111967#08082017" });
    expect(service.shown(sender)).toHaveLength(1);
    expect((await bookings())[0]?.sender).toBe(`whatsapp:${sender}`);
  });

  it.each(["button_reply", "list_reply"])("takes a %s for the message that it stands for", async (kind) => {
    const reply = { [kind]: { id: "#Ahmad#20111967#08082017", title: "Sel, 8 Agu" } };
    const message = { ...messageOf({ id: "a", sender: "1001", text: "" }), text: undefined };
    const tapped = { ...message, type: "interactive", interactive: { type: kind, ...reply } };
    expect((await service.post(webhook([tapped]))).status).toBe(200);
    expect(await bookings()).toHaveLength(1);
  });

  it.each([
    ["sticker", { sticker: { id: "1" } }],
    ["voice note", { audio: { id: "1", voice: true } }],
    ["picture that can't be had any more", { image: { id: "1" } }],
  ])("answers a %s once, with help", async (_, content) => {
    const [type] = Object.keys(content);
    const message = { from: "1001", id: "wamid.x", timestamp: "1502067600", type, ...content };
    expect((await service.post(webhook([message]))).status).toBe(200);
    expect(service.shown("1001")).toMatchObject([
      { text: expect.stringContaining("kirim pesan seperti ini") },
    ]);
  });

  it("counts the caption of a picture as the text", async () => {
    const image = { id: "1", caption: "#Ahmad#20111967#08082017" };
    await service.post(
      webhook([{ from: "1001", id: "wamid.x", timestamp: "1502067600", type: "image", image }]),
    );
    expect(await bookings()).toHaveLength(1);
  });
});
