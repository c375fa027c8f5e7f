import {
  createDesk,
  createSigningKey,
  createTicketSigner,
  createTicketVerifier,
  defineOffice,
  listRevocations,
  memoryStore,
  verifyingKeyOf,
} from "giliran";
import { expect, it } from "vitest";
import { heldCode, holdOf, monday, smallOffice } from "../desk/small-desk.js";

it("a ticket that is cancelled after it was issued lets nobody in, and no other ticket is touched", async () => {
  const time = { now: monday };
  const now = () => time.now;
  const desk = createDesk({ offices: [defineOffice(smallOffice("north"))], store: memoryStore(), now });
  const key = await createSigningKey("k1");
  const { sign } = createTicketSigner({ key, now });

  async function book(name: string) {
    const { sender } = holdOf(name);
    const code = heldCode(await desk.hold(holdOf(name)));
    const outcome = await desk.confirm({ requestId: `confirm ${name}`, code, sender });
    if (outcome.kind !== "confirmed") throw new Error(`Expected a ticket, found ${outcome.kind}.`);
    return { code, sender, token: await sign(outcome.ticket) };
  }
  const stays = await book("a");
  const goes = await book("b");
  time.now += 60_000;
  await desk.cancel({ requestId: "cancel b", code: goes.code, sender: goes.sender });

  const list = listRevocations(await desk.find({ officeId: "north", date: "2017-08-07" }));
  expect(list).toEqual([[goes.code, monday + 60_000]]);
  const revoked = new Map(JSON.parse(JSON.stringify(list)) as typeof list);
  time.now = Date.parse("2017-08-07T08:00+07:00");
  const { verify } = createTicketVerifier({
    officeId: "north",
    keys: [verifyingKeyOf(key)],
    revokedAt: (code) => revoked.get(code),
    now,
  });
  expect((await verify(stays.token)).kind).toBe("valid");
  expect(await verify(goes.token)).toMatchObject({ kind: "revoked", revokedAt: monday + 60_000 });
});

it("only a booking that had a ticket and was cancelled is revoked", () => {
  const history = [
    { what: "held", at: 1 },
    { what: "confirmed", at: 2 },
  ];
  expect(listRevocations([{ code: "A", history }])).toEqual([]);
  expect(listRevocations([{ code: "A", history: [...history, { what: "handed-over", at: 3 }] }])).toEqual([]);
  const ended = [...history, { what: "cancelled", at: 3 }, { what: "cooled", at: 4 }];
  expect(listRevocations([{ code: "A", history: ended }])).toEqual([["A", 3]]);
  expect(
    listRevocations([
      {
        code: "A",
        history: [
          { what: "held", at: 1 },
          { what: "lapsed", at: 2 },
        ],
      },
    ]),
  ).toEqual([]);
});
