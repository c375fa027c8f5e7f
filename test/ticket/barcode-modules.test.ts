import { datamatrix, maxicode } from "bwip-js/generic";
import { encodeBarcode } from "giliran/barcode";
import { describe, expect, it } from "vitest";
import { drawModules, type Encoder } from "../../src/ticket/barcode/draw-modules.js";

describe("drawModules", () => {
  it("says that it can't draw hexagons", () => {
    expect(() => drawModules(maxicode, { text: "7HXW9TB6" })).toThrow(
      "a barcode can't hold this text of length 8: expected square modules, found text, a hexagon or an ellipse",
    );
  });

  it("keeps the text out of an encoder's error, and goes on working afterwards", () => {
    const talkative: Encoder = ({ text }) => {
      throw new Error(`not encodable: ${text}!`);
    };
    expect(() => drawModules(talkative, { text: "7HXW9TB6" })).toThrow(
      new RangeError("a barcode can't hold this text of length 8: not encodable: …!"),
    );
    const before = encodeBarcode("7HXW9TB6");
    expect(() => drawModules(datamatrix, { text: "x".repeat(5_000) })).toThrow(RangeError);
    expect(encodeBarcode("7HXW9TB6")).toEqual(before);
  });
});
