import { type ChannelLimits, fitChoices } from "giliran";
import { describe, expect, it } from "vitest";

const choices = [
  { label: "Sel, 8 Agu", text: "#Ahmad#20111967#08082017" },
  { label: "Rab, 9 Agu", text: "#Ahmad#20111967#09082017" },
  { label: "Kam, 10 Agu", text: "#Ahmad#20111967#10082017" },
];
const reply = { to: "ani", text: "Penuh.", choices };
const wide: ChannelLimits = { buttons: 10, textLength: 1000 };

describe("the choices of a reply", () => {
  it("are buttons where there is room for all", () => {
    expect(fitChoices(reply, wide)).toEqual({ text: "Penuh.", buttons: choices });
  });

  it("stand below the text where there are more than buttons", () => {
    expect(fitChoices(reply, { ...wide, buttons: 2 })).toEqual({
      text: "Penuh.\n\nKam, 10 Agu:\n#Ahmad#20111967#10082017",
      buttons: choices.slice(0, 2),
    });
  });

  it("stand below the text where a button has no room for the message", () => {
    const long = { label: "Lagi", text: "#Ünsal#20111967#08082017" };
    const again = { ...reply, choices: [long] };
    expect(fitChoices(again, { ...wide, buttonLength: 24 }).buttons).toEqual([long]);
    expect(fitChoices(again, { ...wide, buttonLength: 23 }).buttons).toEqual([]);
    expect(fitChoices(again, { ...wide, buttonBytes: 24 })).toEqual({
      text: "Penuh.\n\nLagi:\n#Ünsal#20111967#08082017",
      buttons: [],
    });
  });

  it("are not repeated below a text that has them", () => {
    const code = { label: "7HXW-9TB6", text: "7HXW-9TB6" };
    const held = { to: "ani", text: "Kode Anda:\n7HXW-9TB6\n\nBalas dengan kode ini.", choices: [code] };
    expect(fitChoices(held, { buttons: 0, textLength: 1000 })).toEqual({ text: held.text, buttons: [] });
  });

  it("are left out from the end where the text is full", () => {
    expect(fitChoices(reply, { buttons: 0, textLength: 90 }).text).toBe(
      "Penuh.\n\nSel, 8 Agu:\n#Ahmad#20111967#08082017\n\nRab, 9 Agu:\n#Ahmad#20111967#09082017",
    );
  });

  it("may be none", () => {
    expect(fitChoices({ to: "ani", text: "Halo." }, wide)).toEqual({ text: "Halo.", buttons: [] });
  });
});
