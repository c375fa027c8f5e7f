import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHmacSha256 } from "../../src/desk/hmac-sha-256.js";
import { createKeyedHash } from "../../src/desk/keyed-hash.js";

const hex = ({ buffer }: DataView) => Buffer.from(buffer as ArrayBuffer).toString("hex");
const text = fc.string({ unit: "grapheme", maxLength: 300 });

describe("HMAC-SHA-256", () => {
  it("is that of RFC 4231", () => {
    expect(hex(createHmacSha256("Jefe")("what do ya want for nothing?"))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("is the platform's for every secret and every text, one after the other", () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (secret, texts) => {
        const hmac = createHmacSha256(secret);
        for (const each of texts)
          expect(hex(hmac(each))).toBe(createHmac("sha256", secret).update(each).digest("hex"));
      }),
    );
  });

  it("is the platform's for texts and secrets of every length around the blocks, and a very long one", () => {
    const lengths = [...Array.from({ length: 200 }, (_, length) => length), 1_000_000, 1];
    const hmac = createHmacSha256("secret");
    for (const length of lengths) {
      const [long, wide] = ["x".repeat(length), "界".repeat(length)];
      for (const each of [long, wide])
        expect(hex(hmac(each))).toBe(createHmac("sha256", "secret").update(each).digest("hex"));
      expect(hex(createHmacSha256(long)("text"))).toBe(
        createHmac("sha256", long).update("text").digest("hex"),
      );
    }
  });
});

describe("a keyed hash", () => {
  it("is the first 20 characters of base64url of the HMAC of the parts as JSON", () => {
    fc.assert(
      fc.property(text, fc.array(text), (secret, parts) => {
        const mac = createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
        expect(createKeyedHash(secret)(...parts)).toBe(mac.slice(0, 20));
      }),
    );
  });

  it("stays what it was: records are found by it", () => {
    const hash = createKeyedHash("the secret of a test");
    expect(hash("request", "sender 1", "message:1")).toBe("YsdiXlMKzukuF1xakf1C");
    expect(hash("person", "sitinuraini 1990-01-02")).toBe("9K11ZYCRNuRVVLuWO3f-");
  });
});
