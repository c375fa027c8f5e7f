import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyedHash } from "../../src/desk/keyed-hash.js";

const text = fc.string({ unit: "grapheme", maxLength: 300 });

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
