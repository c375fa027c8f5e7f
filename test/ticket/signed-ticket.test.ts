import fc from "fast-check";
import {
  type ClaimUse,
  createSigningKey,
  createTicketSigner,
  createTicketVerifier,
  InvalidConfigError,
  memoryUses,
  type SignedTicket,
  type SigningKey,
  type Ticket,
  type TicketVerifierSettings,
  type VerifyingKey,
  verifyingKeyOf,
} from "giliran";
import { encodeBarcode } from "giliran/barcode";
import { describe, expect, it } from "vitest";
import { sampleTicket } from "./sample-ticket.js";

/** From RFC 8037, appendix A. */
const key: SigningKey = {
  kty: "OKP",
  crv: "Ed25519",
  kid: "k1",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};
const issuedAt = Date.parse("2017-08-01T03:04:05.678Z");
const officeId = "jakarta-pusat";

const signWith = (signing: SigningKey, ticket: Ticket = sampleTicket, at = issuedAt) =>
  createTicketSigner({ key: signing, now: () => at }).sign(ticket);
const token = await signWith(key);

function verifierAt(now: number, settings: Partial<TicketVerifierSettings> = {}) {
  return createTicketVerifier({ officeId, keys: [verifyingKeyOf(key)], now: () => now, ...settings });
}

const signed: SignedTicket = {
  code: "7HXW9TB6",
  queueNumber: "0830-03",
  officeId,
  places: 1,
  issuedAt,
  start: sampleTicket.start,
  validFrom: Date.parse("2017-08-07T00:00:00Z"),
  validUntil: Date.parse("2017-08-07T02:30:00Z"),
};

const tickets = fc.record({
  ...sampleFields(),
  code: fc.string({ minLength: 1, maxLength: 20 }),
  queueNumber: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  officeId: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
  places: fc.integer({ min: 1, max: 1000 }),
});

function sampleFields() {
  const entries = Object.entries(sampleTicket).map(([name, value]) => [name, fc.constant(value)]);
  return Object.fromEntries(entries) as { [Name in keyof Ticket]-?: fc.Arbitrary<NonNullable<Ticket[Name]>> };
}

describe("a signed ticket", () => {
  it("lets its holder in once", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    expect(await verify(token)).toEqual({ kind: "valid", ticket: signed });
    expect(await verify(token)).toEqual({
      kind: "already-used",
      ticket: signed,
      usedAt: sampleTicket.start,
    });
  });

  it("is the same text for the same ticket, key and time", async () => {
    expect(await signWith(key)).toBe(token);
    expect(token).toHaveLength(175);
    expect(token).toMatch(/^GT1:[0-9A-Z $%*+./:-]+$/);
  });

  it("is a QR code of 45 modules and its quiet zone", () => {
    expect(encodeBarcode(token).width).toBe(4 + 45 + 4);
  });

  it("carries what it is about, whatever that is", async () => {
    await fc.assert(
      fc.asyncProperty(tickets, async (ticket) => {
        const { verify } = verifierAt(ticket.start, { officeId: ticket.officeId });
        const { code, queueNumber, places } = ticket;
        expect(await verify(await signWith(key, ticket))).toEqual({
          kind: "valid",
          ticket: { ...signed, code, queueNumber, places, officeId: ticket.officeId },
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [signed.validFrom - 1, "too-early"],
    [signed.validFrom, "valid"],
    [signed.validUntil - 1, "valid"],
    [signed.validUntil, "expired"],
  ])("at %d is %s", async (now, kind) => {
    expect((await verifierAt(now).verify(token)).kind).toBe(kind);
  });

  it("opens the door as early and as late as its signer says", async () => {
    const signer = createTicketSigner({ key, earlyMinutes: 0, lateMinutes: 0 });
    const narrow = await signer.sign(sampleTicket);
    expect((await verifierAt(sampleTicket.arriveBy - 1).verify(narrow)).kind).toBe("too-early");
    expect((await verifierAt(sampleTicket.arriveBy).verify(narrow)).kind).toBe("valid");
    expect((await verifierAt(sampleTicket.end).verify(narrow)).kind).toBe("expired");
  });

  it("is for one office", async () => {
    const { verify } = verifierAt(sampleTicket.start, { officeId: "bogor" });
    expect(await verify(token)).toEqual({ kind: "other-office", ticket: signed });
  });
});

describe("a token that is not what was signed", () => {
  const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  it("is never valid, whichever character is another", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    const place = fc.nat({ max: token.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...characters), async (index, character) => {
        fc.pre(token.charAt(index) !== character);
        const { kind } = await verify(token.slice(0, index) + character + token.slice(index + 1));
        expect(["not-a-token", "unknown-key", "forged"]).toContain(kind);
      }),
      { numRuns: 300 },
    );
  });

  it("is never valid when it is cut, doubled or joined with another", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    const other = await signWith(key, { ...sampleTicket, code: "K7M4QXPK" });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 174 }), async (index) => {
        for (const text of [
          token.slice(0, index),
          token.slice(index + 1),
          token.slice(0, index) + other.slice(index),
        ])
          if (text !== token && text !== other) expect((await verify(text)).kind).not.toBe("valid");
      }),
    );
    expect((await verify(token + token)).kind).toBe("not-a-token");
  });

  it("is forged where another key signed under the id of a known one", async () => {
    const thief = await createSigningKey("k1");
    expect(await verifierAt(sampleTicket.start).verify(await signWith(thief))).toEqual({ kind: "forged" });
  });

  it("is no token where any text comes, of any length and script", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    const alphanumeric = fc.string({ unit: fc.constantFrom(...characters), maxLength: 400 });
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      alphanumeric.map((text) => `GT1:${text}`),
      fc.constantFrom(
        "",
        "GT1:",
        "7HXW9TB6",
        "GT1:😀",
        "A".repeat(10_240),
        `GT1:${"0".repeat(10_240)}`,
        "م".repeat(10_240),
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(["not-a-token", "unknown-key", "forged"]).toContain((await verify(text)).kind);
      }),
      { numRuns: 500 },
    );
    const fromScript = JSON.parse("[1]");
    expect(await verify(fromScript)).toEqual({ kind: "not-a-token" });
  });
});

describe("keys", () => {
  it("follow one another: tickets of the old one stay good while the door has it", async () => {
    const next = await createSigningKey("k2");
    const later = await signWith(next);
    const during = verifierAt(sampleTicket.start, {
      keys: [verifyingKeyOf(next), verifyingKeyOf(key)],
      claimUse: async () => ({ kind: "first" }),
    });
    expect((await during.verify(token)).kind).toBe("valid");
    expect((await during.verify(later)).kind).toBe("valid");
    const after = verifierAt(sampleTicket.start, { keys: [verifyingKeyOf(next)] });
    expect(await after.verify(token)).toEqual({ kind: "unknown-key", keyId: "k1" });
  });

  it.each<[string, VerifyingKey[]]>([
    ["keys", []],
    ["keys[0]", [JSON.parse('{"kty":"RSA","n":"AQAB","e":"AQAB"}')]],
    ["keys[0]", [JSON.parse("null")]],
    ["keys[0]", [key]],
    ["keys[0].kid", [{ ...verifyingKeyOf(key), kid: "a key" }]],
    ["keys[0].x", [{ ...verifyingKeyOf(key), x: "AQAB" }]],
    ["keys[1].kid", [verifyingKeyOf(key), verifyingKeyOf(key)]],
  ])("of the wrong kind are refused by the verifier, at %s", (path, keys) => {
    expect(() => createTicketVerifier({ officeId, keys })).toThrow(expect.objectContaining({ path }));
  });

  it("of the wrong kind are refused by the signer", async () => {
    const fromScript = JSON.parse("{}");
    expect(() => createTicketSigner({ key: fromScript })).toThrow(InvalidConfigError);
    expect(() => createTicketSigner({ key: { ...key, d: "AQAB" } })).toThrow(
      new InvalidConfigError("key.d", "expected 32 bytes as base64url"),
    );
    const halves = { ...key, x: (await createSigningKey("k2")).x };
    await expect(signWith(halves)).rejects.toThrow(
      new InvalidConfigError("key", "expected halves `x` and `d` of one Ed25519 key"),
    );
    await expect(createSigningKey("")).rejects.toThrow(InvalidConfigError);
  });

  it.each([-1, 0.5, 1441, Number.NaN])("sign for no door that opens %d minutes early", (earlyMinutes) => {
    expect(() => createTicketSigner({ key, earlyMinutes })).toThrow(InvalidConfigError);
  });

  it.each<Partial<Ticket>>([
    { code: "" },
    { code: "X".repeat(256) },
    { queueNumber: "\uD800" },
    { places: -1 },
    { start: Number.NaN },
    { start: sampleTicket.arriveBy - 2 * 3_600_000 },
  ])("sign no ticket with %o", async (wrong) => {
    await expect(signWith(key, { ...sampleTicket, ...wrong })).rejects.toThrow(RangeError);
  });
});

describe("uses", () => {
  const shared: ClaimUse = memoryUses();

  it("at one door are noted once, however many scans come together", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    const kinds = await Promise.all(Array.from({ length: 8 }, async () => (await verify(token)).kind));
    expect(kinds.filter((kind) => kind === "valid")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "already-used")).toHaveLength(7);
  });

  it("at all doors are noted once where they share where they note them", async () => {
    const first = verifierAt(sampleTicket.start, { claimUse: shared });
    const second = verifierAt(sampleTicket.start + 5000, { claimUse: shared });
    expect((await first.verify(token)).kind).toBe("valid");
    expect(await second.verify(token)).toMatchObject({ kind: "already-used", usedAt: sampleTicket.start });
  });

  it("are those of the visit, also where the ticket was sent again", async () => {
    const { verify } = verifierAt(sampleTicket.start);
    const again = await signWith(key, sampleTicket, issuedAt + 1);
    expect((await verify(token)).kind).toBe("valid");
    expect((await verify(again)).kind).toBe("already-used");
  });

  it("are not made by a token that is refused", async () => {
    const claimUse = memoryUses();
    expect((await verifierAt(signed.validFrom - 1, { claimUse }).verify(token)).kind).toBe("too-early");
    expect((await verifierAt(signed.validFrom, { claimUse }).verify(token)).kind).toBe("valid");
  });

  it.each([0, 1, -1, 31_536_000_000])(
    "are none of a code that is void, issued %i ms after that",
    async (ahead) => {
      const late = await signWith(key, sampleTicket, issuedAt + ahead);
      const { verify } = verifierAt(signed.validFrom, { revokedAt: () => issuedAt });
      expect(await verify(late)).toMatchObject({ kind: "revoked", revokedAt: issuedAt });
    },
  );

  it("are void where the register knows that the visit was moved", async () => {
    const { verify } = verifierAt(signed.validFrom, { claimUse: async () => ({ kind: "void", at: 5 }) });
    expect(await verify(token)).toEqual({ kind: "revoked", ticket: signed, revokedAt: 5 });
  });

  it("are forgotten when their tokens have expired", async () => {
    const claimUse = memoryUses();
    const use = (code: number, at: number) =>
      claimUse({ officeId: "north", code: `${code}`, start: 0, at, until: at + 10 });
    for (let code = 0; code < 5000; code++) expect(await use(code, code)).toEqual({ kind: "first" });
    expect(await use(4999, 5000)).toEqual({ kind: "already-used", at: 4999 });
    expect(await use(0, 5000)).toEqual({ kind: "first" });
  });
});
