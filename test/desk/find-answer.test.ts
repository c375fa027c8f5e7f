import { describe, expect, it } from "vitest";
import { heldCode, holdOf, smallDesk } from "./small-desk.js";

const asked = { ...holdOf("a"), content: "#Siti#02011990#07082017" };
const { requestId, sender, content } = asked;

describe("findAnswer", () => {
  it("gives what the same message was answered, with the action", async () => {
    const { desk } = smallDesk();
    const outcome = await desk.hold(asked);
    expect(await desk.findAnswer({ requestId, sender, content })).toEqual({
      kind: "answered",
      action: "hold",
      outcome,
    });
    const code = heldCode(outcome);
    const confirmed = await desk.confirm({ requestId: "confirm", sender, code, content: code });
    expect(await desk.findAnswer({ requestId: "confirm", sender, content: code })).toEqual({
      kind: "answered",
      action: "confirm",
      outcome: confirmed,
    });
  });

  it("reveals nothing where the same id comes with another text", async () => {
    const { desk } = smallDesk();
    await desk.hold(asked);
    expect(await desk.findAnswer({ requestId, sender, content: "#Budi#02011990#07082017" })).toEqual({
      kind: "request-id-conflict",
    });
  });

  it("knows nothing of an id that is new, of another sender's, or of one that was refused", async () => {
    const { desk } = smallDesk();
    expect(await desk.findAnswer({ requestId, sender, content })).toBeUndefined();
    await desk.hold(asked);
    expect(await desk.findAnswer({ requestId, sender: "sender b", content })).toBeUndefined();
    const refused = { ...holdOf("b"), people: asked.people, content };
    expect((await desk.hold(refused)).kind).toBe("person-has-booking");
    expect(await desk.findAnswer({ ...refused })).toBeUndefined();
  });
});
