import {
  bookingCodes,
  createDesk,
  type DeskSettings,
  defineOffice,
  InvalidConfigError,
  memoryStore,
} from "giliran";
import { describe, expect, it } from "vitest";
import { smallOffice } from "./small-desk.js";

const office = defineOffice(smallOffice("north"));
const settings: DeskSettings = { offices: [office], store: memoryStore() };
const { volatile: _, ...lasting } = memoryStore();

const wrong: readonly [path: string, changes: object][] = [
  ["offices", { offices: [] }],
  ["offices", { offices: undefined }],
  ["offices[0]", { offices: [smallOffice("north")] }],
  ["offices[0]", { offices: [1] }],
  ["offices[0]", { offices: [Object.freeze({})] }],
  ["offices[0]", { offices: [Object.freeze({ ...office })] }],
  ["offices[1].id", { offices: [office, defineOffice(smallOffice("north"))] }],
  ["store", { store: undefined }],
  ["store", { store: {} }],
  ["store", { store: { transact: memoryStore().transact } }],
  ["store", { store: { ...memoryStore(), find: undefined } }],
  ["seal", { seal: {} }],
  ["codes", { codes: { draw: bookingCodes.draw } }],
  ["clockToleranceMs", { clockToleranceMs: -1 }],
  ["clockToleranceMs", { clockToleranceMs: Number.NaN }],
  ["secret", { secret: "too short" }],
  ["secret", { store: lasting }],
  ["secrett", { secrett: "sixteen letters." }],
  ["now", { now: 5 }],
  ["policy", { policy: "earliest" }],
  ["codes", { codes: {} }],
];

describe("createDesk", () => {
  it.each(wrong)("names %s in %o", (path, changes) => {
    const create = () => createDesk({ ...settings, ...changes } as DeskSettings);
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(expect.objectContaining({ path }));
  });

  it("takes a store that forgets without a secret, and one that lasts with it", () => {
    expect(createDesk(settings).offices).toEqual([office]);
    const desk = createDesk({ ...settings, store: lasting, secret: "sixteen letters." });
    expect(desk.offices).toEqual([office]);
  });

  it("keeps no secret in what it throws", () => {
    expect(() => createDesk({ ...settings, secret: "hush" })).not.toThrow(/hush/);
  });
});
