import {
  type Chat,
  createChat,
  createDesk,
  type Desk,
  defineMessageFormat,
  defineOffice,
  field,
  indonesian,
  memoryStore,
} from "giliran";
import { pngBarcode } from "giliran/barcode";
import sharp from "sharp";
import { afterEach, describe, expect, it } from "vitest";
import { jakartaPusat, passportFormat } from "../../../examples/demo/jakarta-pusat.js";
import { recompress, scan } from "../../ticket/barcode-reader.js";
import { type Delivery, messagesAt, type OpenService, type Service, type Shown } from "./service.js";

export interface Channel {
  readonly open: OpenService;
  /** What it has not, and why; the tests of that are left out with this reason. */
  readonly lacks?: Partial<Record<Part, string>>;
}

type Part = "signature" | "image" | "buttons" | "quotes" | "pictures" | "media" | "redelivery";

const date = "2017-08-08";
const request = "#Ahmad#20111967#08082017";
const codeLine = /^\w{4}-\w{4}$/m;

/** What is true of a bot on every channel. */
export function describeChannel(name: string, { open, lacks = {} }: Channel): void {
  const opened: Service[] = [];
  afterEach(async () => {
    for (const service of opened.splice(0)) {
      await service.close();
      expect(service.violations).toEqual([]);
    }
  });

  async function start(desk = openDesk(), chat = openChat(desk)) {
    const service = await open(chat);
    opened.push(service);
    let messages = 0;
    const last = (sender: string): Shown => service.shown(sender).at(-1) ?? { id: "", text: "", buttons: [] };
    return {
      service,
      bookings: () => desk.find({ officeId: jakartaPusat.id, date }),
      async say(
        sender: string,
        text: string,
        more: Pick<Delivery, "quotes" | "picture" | "media" | "tapped"> = {},
      ): Promise<Shown> {
        expect(await service.deliver({ id: `${++messages}`, sender, text, ...more })).toBe(200);
        return last(sender);
      },
    };
  }

  function itHas(part: Part, sentence: string, run: () => Promise<void>): void {
    it(sentence, async ({ skip }) => {
      const reason = lacks[part];
      skip(reason !== undefined, reason);
      await run();
    });
  }

  describe(name, () => {
    it("goes from a request to a queue number", async () => {
      const { service, say } = await start();
      const held = await say("1001", request);
      const code = codeLine.exec(held.text)?.[0] ?? "no code";
      const ticket = await say("1001", held.buttons[0] ?? code);
      expect(ticket.text).toContain("Nomor antrian Anda: 0800-01");
      expect(service.shown("1001")).toHaveLength(2);
    });

    itHas("image", "shows a barcode that a scanner reads", async () => {
      const { say } = await start();
      const held = await say("1001", request);
      const code = codeLine.exec(held.text)?.[0]?.replace("-", "");
      expect(await scan(held.image ?? new Uint8Array())).toEqual([`QRCode ${code}`]);
    });

    itHas("buttons", "has a button that sends the code, and takes a tap on it for that message", async () => {
      const { service, say } = await start();
      const held = await say("1001", request);
      const [code = "no button"] = held.buttons;
      expect(held.buttons).toEqual([codeLine.exec(held.text)?.[0]]);
      const ticket = await say("1001", code, { tapped: held });
      expect(ticket.text).toContain("Nomor antrian Anda: 0800-01");
      expect(service.shown("1001")).toHaveLength(2);
    });

    itHas("quotes", "knows which message is quoted", async () => {
      const { say } = await start();
      const first = await say("1001", request);
      await say("1001", "#Budi#17081990#08082017");
      const ticket = await say("1001", "ok", { quotes: first });
      expect(ticket.text).toContain(codeLine.exec(first.text)?.[0]);
      expect(ticket.text).toContain("Nomor antrian Anda");
    });

    itHas(
      "pictures",
      "reads the code from its picture that is sent back, and helps with any other",
      async () => {
        const { say } = await start();
        const { image: picture = new Uint8Array() } = await say("1001", request);
        const photo = await recompress(picture, 320);
        expect((await say("1001", "", { picture: photo })).text).toContain("Nomor antrian Anda: 0800-01");
        const other = await recompress(await drawNothing(), 320);
        expect((await say("1001", "", { picture: other })).text).toMatch(/^Booking Anda:$/m);
      },
    );

    it("books and answers once what is delivered again and again", async () => {
      const { service, bookings } = await start();
      const message = { id: "again", sender: "1001", text: request };
      const statuses = await Promise.all([1, 2, 3].map(() => service.deliver(message)));
      expect([...statuses, await service.deliver(message)]).toEqual([200, 200, 200, 200]);
      expect(await bookings()).toHaveLength(1);
      expect(service.shown("1001")).toHaveLength(1);
    });

    it("tries again what could not be sent", async () => {
      const { service, say } = await start();
      service.failNext(1);
      expect((await say("1001", request)).text).toMatch(codeLine);
      expect(service.shown("1001")).toHaveLength(1);
    });

    itHas("redelivery", "asks for another delivery where nothing can be sent, and books once", async () => {
      const { service, bookings } = await start();
      const message = { id: "late", sender: "1001", text: request };
      service.failNext(1000);
      expect(await service.deliver(message)).toBeGreaterThanOrEqual(500);
      service.failNext(0);
      expect(await service.deliver(message)).toBe(200);
      expect(await bookings()).toHaveLength(1);
      expect(service.shown("1001")).toHaveLength(1);
    });

    itHas("signature", "reads nothing that is not signed", async () => {
      const { service, bookings } = await start();
      const message = { id: "forged", sender: "1001", text: request, signature: "forged" } as const;
      expect(await service.deliver(message)).toBe(401);
      expect(await bookings()).toEqual([]);
      expect(service.shown("1001")).toEqual([]);
    });

    it("answers each of what comes late and in another order", async () => {
      const { service, bookings } = await start();
      const texts = ["#status", "#batal", request, "#bantuan"];
      await Promise.all(
        texts.map((text, index) => service.deliver({ id: `o${index}`, sender: "1001", text })),
      );
      expect(service.shown("1001")).toHaveLength(4);
      expect(await bookings()).toHaveLength(1);
    });

    for (const media of ["sticker", "voice note"] as const)
      itHas("media", `answers a ${media} once, with help`, async () => {
        const { service, say } = await start();
        expect((await say("1001", "", { media })).text).toContain("kirim pesan seperti ini");
        expect(service.shown("1001")).toHaveLength(1);
      });

    it.each([
      ["an empty text", ""],
      ["a text of 10 kB", "A".repeat(10_000)],
      ["an emoji", "🙏"],
      ["somebody else's code", "7HXW-9TB6"],
      ["a forwarded chain", `> ${"Teruskan ke 10 orang! ".repeat(40)}\n> #Budi#17081990#besok\n\n😂`],
    ])("answers %s once, shortly", async (_, text) => {
      const { service, bookings, say } = await start();
      expect((await say("1001", text)).text.length).toBeLessThanOrEqual(1600);
      expect(service.shown("1001")).toHaveLength(1);
      expect(await bookings()).toEqual([]);
    });

    it("holds out a hundred messages of one sender at once", async () => {
      const { service, bookings } = await start();
      const statuses = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          service.deliver({ id: `h${index}`, sender: "1001", text: index === 50 ? request : "halo" }),
        ),
      );
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect((await bookings()).filter(({ state }) => state === "held")).toHaveLength(1);
      // Who has booked is told so on "halo" too, five times at most.
      const shown = service.shown("1001").flatMap(({ text }) => codeLine.exec(text)?.[0] ?? []);
      expect(new Set(shown).size).toBe(1);
      expect(shown.length).toBeLessThanOrEqual(6);
    });

    it("has room for the choices between 26 offices", async () => {
      const { say } = await start(openDesk(), chatOf26());
      const asked = await say("1001", request);
      expect(asked.text).toContain("Kota 26");
      const [button] = asked.buttons;
      const choice = button ?? /^#Ahmad#.*$/m.exec(asked.text)?.[0] ?? "";
      const held = await say("1001", choice, button === undefined ? {} : { tapped: asked });
      expect(held.text).toContain("Tempat: Kantor Imigrasi Kota 1");
    });
  });
}

function drawNothing(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: "#88aacc" } })
    .png()
    .toBuffer();
}

function openDesk(): Desk {
  return createDesk({ offices: [jakartaPusat], store: memoryStore(), now: () => messagesAt });
}

function openChat(desk: Desk): Chat {
  return createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode });
}

function chatOf26(): Chat {
  const offices = Array.from({ length: 26 }, (_, index) =>
    defineOffice({ ...jakartaPusat, id: `kota-${index + 1}`, name: `Kantor Imigrasi Kota ${index + 1}` }),
  );
  const words = Object.fromEntries(offices.map(({ id }, index) => [id, [`Kota ${index + 1}`]]));
  const format = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
    name: field.personName(),
    birthDate: field.birthDate(),
    arrivalDate: field.arrivalDate(),
    office: field.office(offices, { words }),
  });
  const desk = createDesk({ offices, store: memoryStore(), now: () => messagesAt });
  return createChat({ desk, format, words: indonesian });
}
