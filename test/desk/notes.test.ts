import { sealDetails } from "giliran";
import { describe, expect, it } from "vitest";
import { monday, smallDesk } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;

describe.each(stores)("notes of a sender, on %s", (_, createStore) => {
  it("keep a draft for as long as it may be of use", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const draft = { content: "#Siti#?#besok", until: monday + 30 * minute };
    await desk.note({ sender: "a", at: monday, draft });
    expect(await desk.recall({ sender: "a" })).toBe("#Siti#?#besok");
    expect(await desk.recall({ sender: "b" })).toBeUndefined();
    time.now = monday + 30 * minute;
    expect(await desk.recall({ sender: "a" })).toBeUndefined();
  });

  it("keep the newest draft, and none where the last message left none", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const until = monday + minute;
    await desk.note({ sender: "a", at: monday, draft: { content: "first", until } });
    await desk.note({ sender: "a", at: monday + 1, draft: { content: "second", until } });
    expect(await desk.recall({ sender: "a" })).toBe("second");
    await desk.note({ sender: "a", at: monday + 2 });
    expect(await desk.recall({ sender: "a" })).toBeUndefined();
  });

  it("are made from what was recalled, or not at all", async () => {
    const seal = sealDetails({ keys: { k1: new Uint8Array(32).fill(7) }, current: "k1" });
    for (const settings of [{}, { seal }]) {
      const { desk, time } = smallDesk({ store: createStore(), ...settings });
      const noteAfter = (before: string | undefined, content: string) =>
        desk.note({
          sender: "a",
          at: time.now,
          draft: { content, until: time.now + minute },
          after: { content: before },
        });
      expect(await noteAfter("first", "second")).toBe("overtaken");
      expect(await noteAfter(undefined, "first")).toBe("noted");
      expect(await noteAfter(undefined, "another")).toBe("overtaken");
      expect(await noteAfter("first", "second")).toBe("noted");
      expect(await noteAfter("first", "third")).toBe("overtaken");
      expect(await desk.recall({ sender: "a" })).toBe("second");
      time.now += minute;
      expect(await noteAfter(await desk.recall({ sender: "a" }), "later")).toBe("noted");
    }
  });

  it("are refused alone where they can't be stored", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const until = monday + minute;
    const wrong: readonly object[] = [
      { at: Number.NaN },
      { at: monday + 0.5 },
      { sender: "" },
      { sender: 62812 },
      { sender: "x".repeat(257) },
      { sender: "half \uD83D" },
      { draft: { content: "#", until: Number.POSITIVE_INFINITY } },
      { draft: { content: "nothing \0", until } },
      { draft: { content: 5, until } },
    ];
    const noted = await Promise.allSettled([
      ...wrong.map((changes) => desk.note({ sender: "a", at: monday, ...changes })),
      desk.note({ sender: "b", at: monday, draft: { content: "#Siti#", until } }),
    ]);
    for (const one of noted.slice(0, -1))
      expect(one).toMatchObject({ status: "rejected", reason: expect.any(RangeError) });
    expect(noted.at(-1)).toMatchObject({ status: "fulfilled" });
    expect(await desk.recall({ sender: "b" })).toBe("#Siti#");
  });
});
