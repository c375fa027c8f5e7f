import { type Chat, createChat, createDesk, indonesian, memoryStore, type Reply } from "giliran";
import { beforeEach, describe, expect, it } from "vitest";
import { passportFormat, smallOffice } from "./play-transcript.js";

const at = Date.parse("2017-08-07T02:00:00Z");
let chat: Chat;
let sent = 0;

beforeEach(() => {
  const secret = "the secret of this test";
  const desk = createDesk({ offices: [smallOffice], store: memoryStore(), secret, now: () => at });
  chat = createChat({ desk, format: passportFormat, words: indonesian });
});

async function send(text: string, others: { readonly id?: string; readonly quoted?: string } = {}) {
  const [reply] = await chat.receive({
    channel: "test",
    id: `${sent++}`,
    sender: "ani",
    text,
    at,
    ...others,
  });
  if (reply === undefined) throw new Error(`no reply to ${text}`);
  return reply;
}

const codeOf = ({ about }: Reply): string =>
  about?.outcome !== undefined && "booking" in about.outcome ? (about.outcome.booking?.code ?? "") : "";

describe("what a reply is about", () => {
  it("is the reading, and how the action ended that the message led to", async () => {
    const held = await send("#Ani#01011981#08082017");
    expect(held.about).toMatchObject({
      reading: { kind: "request", values: { arrivalDate: "2017-08-08" } },
      action: "hold",
      outcome: { kind: "held" },
    });
    const confirmed = await send(codeOf(held));
    expect(confirmed.about).toMatchObject({
      reading: { kind: "code" },
      action: "confirm",
      outcome: { kind: "confirmed", ticket: { code: codeOf(held) } },
    });
  });

  it("is the reading alone where nothing was done", async () => {
    expect((await send("#Ani#32131981#08082017")).about).toMatchObject({
      reading: { kind: "not-understood" },
    });
    expect((await send("halo")).about?.action).toBeUndefined();
  });

  it("is the outcome alone where the message was answered before", async () => {
    await send("#Ani#01011981#08082017", { id: "same" });
    const again = await send("#Ani#01011981#08082017", { id: "same" });
    expect(again.about).toMatchObject({ action: "hold", outcome: { kind: "held" } });
    expect(again.about?.reading).toBeUndefined();
  });
});

describe("a yes without a question", () => {
  const state = ({ about }: Reply) => [about?.action, about?.outcome?.kind];

  it.each(["ya", "Iya pak", "konfirmasi", "yes", "ya, konfirmasi"])(
    "confirms the only hold: %s",
    async (yes) => {
      await send("#Ani#01011981#08082017");
      expect(state(await send(yes))).toEqual(["confirm", "confirmed"]);
    },
  );

  it.each(["ok", "oke pak", "siap", "👍", "ya?", "ya tapi besok", "tidak"])("is not: %s", async (text) => {
    await send("#Ani#01011981#08082017");
    expect(state(await send(text))).not.toEqual(["confirm", "confirmed"]);
  });

  it("confirms nothing where there are two holds, or another message is quoted", async () => {
    await send("#Ani#01011981#08082017");
    expect(state(await send("ya", { quoted: "Jadi datang ke pesta?" }))).not.toContain("confirm");
    await send("#Budi#02021982#09082017");
    expect(state(await send("ya"))).not.toContain("confirm");
  });

  it("confirms nothing where the rest of a request, or a day, was asked for", async () => {
    const held = await send("#Ani#01011981#08082017");
    await send(`#pindah ${codeOf(held)}`);
    expect(state(await send("ya"))).not.toContain("confirm");
  });
});

describe("a time that is said", () => {
  const windowOf = ({ about }: Reply) =>
    about?.outcome !== undefined && "booking" in about.outcome ? about.outcome.booking : undefined;

  it("is wished for, and a choice of another window leads to it", async () => {
    expect(windowOf(await send("#Ani#01011981#08082017 jam 9"))).toMatchObject({ window: "09:00" });
    const other = await send("#Budi#02021982#08082017 jam 9");
    expect(windowOf(other)).toMatchObject({ window: "08:00" });
    expect(other.text).toContain("09.00 sudah tidak ada tempat");
    const [, choice] = other.choices ?? [];
    expect(windowOf(await send(choice?.text ?? ""))).toMatchObject({ date: "2017-08-09", window: "09:00" });
  });

  it("is kept while another field is asked for, and on the days that are offered instead", async () => {
    await send("#Ani#01011981#08082017 jam 9");
    await send("#Budi#02021982#08082017 jam 8");
    const full = await send("#Citra#32131983#08082017 jam 9");
    expect(full.about?.reading?.kind).toBe("not-understood");
    const refused = await send("3 Maret 1983");
    expect(refused.about?.outcome?.kind).toBe("day-full");
    expect(windowOf(await send(refused.choices?.[0]?.text ?? ""))).toMatchObject({ window: "09:00" });
  });

  it("of a visit is kept by a move that says none", async () => {
    const held = await send("#Ani#01011981#08082017 jam 9");
    expect(windowOf(await send("#pindah 9 Agustus"))).toMatchObject({ date: "2017-08-09", window: "09:00" });
    expect(codeOf(held)).not.toBe("");
    expect(windowOf(await send("#pindah jam 8"))).toMatchObject({ date: "2017-08-09", window: "08:00" });
  });
});
