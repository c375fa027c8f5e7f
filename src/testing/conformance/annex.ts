import { defineKind, type Family, type Kind } from "../../store/kind.js";

/** Another family beside the hall. */
export interface Room {
  readonly roomId: string;
  readonly people: number;
}

export const roomKind: Kind<Room> = /* @__PURE__ */ defineKind<Room>(
  {
    name: "room",
    short: "co", // as in the hall: names of kinds are a family's own
    family: () => annexFamily,
    key: ["roomId"],
    columns: { roomId: { type: "text", of: ({ roomId }) => roomId } },
    isolation: "own",
  },
  {},
);

const annexFamily: Family = {
  name: "annex",
  kinds: [roomKind],
  migrations: [
    [
      {
        kind: "table",
        table: {
          name: "room",
          columns: { roomId: "text" },
          key: ["roomId"],
          record: true,
          versioned: true,
        },
      },
    ],
  ],
};
