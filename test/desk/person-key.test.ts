import { createDesk, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { personIdentity } from "../../src/desk/person-identity.js";
import { heldCode, holdOf, monday, smallDesk } from "./small-desk.js";

const siti = { name: "Siti Nuraini", birthDate: "1990-01-02" };

describe("a person's key", () => {
  it("is the caller's where one is given, whatever the name", async () => {
    const { desk } = smallDesk();
    await desk.hold({ ...holdOf("a"), people: [{ key: "passport 1", details: siti }] });
    const same = { ...holdOf("b"), people: [{ key: "passport 1", details: { name: "Sity" } }] };
    expect(await desk.hold(same)).toEqual({ kind: "person-has-booking" });
    const other = { ...holdOf("c"), people: [{ key: "passport 2", details: siti }] };
    expect(await desk.hold(other)).toMatchObject({ kind: "held" });
  });

  it("is made of name and birth date where none is given", async () => {
    const { desk } = smallDesk();
    await desk.hold({ ...holdOf("a"), people: [{ details: siti }] });
    const spelled = { ...siti, name: "SITI  NUR'AINI" };
    expect(await desk.hold({ ...holdOf("b"), people: [{ details: spelled }] })).toEqual({
      kind: "person-has-booking",
    });
    const younger = { ...siti, birthDate: "1990-01-03" };
    expect(await desk.hold({ ...holdOf("c"), people: [{ details: younger }] })).toMatchObject({
      kind: "held",
    });
  });

  it.each([
    ["Dr. Siti Nuraini", "Siti Nuraini"],
    ["Hj Siti Nuraini, S.H., M.Si.", "Siti Nuraini"],
    ["Prof. Dr. Ir. Siti Nuraini", "siti nuraini"],
    ["Siti Nuraini, SE", "Siti Nuraini"],
    ["Siti Nuraini S.Kom", "Siti Nuraini"],
    ["Siti Nuraini S.Farm.Apt.", "Siti Nuraini"],
    ["MRS. SITI NURAINI", "Siti Nuraini"],
    ["Siti Nuraini, M.A.", "Siti Nuraini"],
    ["Siti Nuraini S.Pd., M.Pd.", "Siti Nuraini"],
    ["Siti Nuraini, SH MH", "Siti Nuraini"],
  ])("is the same with and without titles: %s", (titled, bare) => {
    expect(personIdentity({ ...siti, name: titled })).toBe(personIdentity({ ...siti, name: bare }));
  });

  it("is the one that stored bookings have, with any title of either language", () => {
    const titles = [
      "h hj haji hajah kh ust ustaz ustadz dr drs dra drg ir prof pak bapak bpk bu ibu mas mbak sdr sdri tn ny nn",
      "mr mrs ms miss mx sir madam",
    ];
    for (const title of titles.join(" ").split(" "))
      expect(personIdentity({ ...siti, name: `${title}. Siti Nuraini` })).toBe("sitinuraini 1990-01-02");
    expect(personIdentity({ ...siti, name: "Kak Siti Nuraini" })).toBe("kaksitinuraini 1990-01-02");
  });

  it.each([
    ["M. Yusuf", "Yusuf"],
    ["Ahmad S.", "Ahmad"],
    ["Santoso, Budi", "Santoso, Joko"],
    ["Ibu", "Bapak"],
    ["Dr", "Ir"],
    ["Siti Haji", "Siti"],
    ["Siti M.Nuraini", "Siti"],
    ["SMITH, JOHN", "SMITH, MARY"],
    ["LEE, MA", "LEE, BA"],
    ["LEE, AN", "LEE, YU"],
    ["KIM, JI WOO", "KIM, SU A"],
    ["Nguyen T.H.", "Nguyen"],
    ["Aman Аbаdi", "Aman Ibadi"],
  ])("is another where the words are part of the name: %s and %s", (one, other) => {
    expect(personIdentity({ ...siti, name: one })).not.toBe(personIdentity({ ...siti, name: other }));
  });

  it("is that of whom the name looks like where scripts are mixed", () => {
    const ahmad = personIdentity({ ...siti, name: "Ahmad Kosasih" });
    expect(personIdentity({ ...siti, name: "Аhmad Kosasih" })).toBe(ahmad); // a Cyrillic А
    expect(personIdentity({ ...siti, name: "Ahmad Κοsasih" })).toBe(ahmad); // Greek Κο
    expect(personIdentity({ ...siti, name: "Ахмад" })).toBe("ахмад 1990-01-02");
  });

  it.each([
    `X a.${"a".repeat(4000)}'`,
    `X ${"a.".repeat(2000)}'`,
    `X, ${"A".repeat(4000)}-`,
    `X ${"dr ".repeat(1300)}`,
  ])("is made without a step for each way to read a long name", (name) => {
    expect(personIdentity({ ...siti, name })).toMatch(/^x.* 1990-01-02$/);
  });

  it("tells neither name nor birth date, and is another under another secret", async () => {
    const { offices } = smallDesk().desk;
    const keys = await Promise.all(
      ["the first long secret", "the other long secret"].map(async (secret) => {
        const desk = createDesk({ offices, store: memoryStore(), secret, now: () => monday });
        const code = heldCode(await desk.hold({ ...holdOf("a"), people: [{ details: siti }] }));
        const [booking] = await desk.find({ code });
        return booking?.people[0]?.key;
      }),
    );
    expect(keys[0]).toMatch(/^[\w-]{20}$/);
    expect(keys[1]).toMatch(/^[\w-]{20}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it("can't be made without a name and a birth date, which is written in one way only", async () => {
    const { desk } = smallDesk();
    const birthDates = ["02-01-1990", "1990-1-2", " 1990-01-02", "1990-02-30", ""];
    for (const details of [
      { name: "Siti" },
      { ...siti, name: "- -" },
      { birthDate: "1990-01-02" },
      ...birthDates.map((birthDate) => ({ ...siti, birthDate })),
    ])
      expect(await desk.hold({ ...holdOf("a"), people: [{ details }] })).toEqual({
        kind: "malformed",
        field: "people[0].details",
        expected: "a name and a birthDate such as 1990-08-17, or a key beside it",
      });
  });
});
