import { type Records, recordsOf, saved } from "../../store/scope.js";
import { expect } from "../expect.js";
import { roomKind } from "./annex.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import { hall } from "./hall.js";
import { addsUp, floorAt, inRounds, oneComesFirst, racing } from "./race.js";
import { counterOf, floorOf, floorValue, guestOf, north, slipOf, visitOf } from "./sample-hall.js";
import { foundBy, readBy, save, scopeOf, want } from "./store-calls.js";

const { floor, visit, guest, counter, slip } = hall;

export const isolatingRecords: readonly ConformanceTest[] = racing([
  {
    title: "isolates a key that nothing has: one that is taken everywhere at once is given once",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const code = `SAME${round}`;
        const isTaken = (records: Records) => foundBy(records, visit.byKey, [code]).length > 0;
        await oneComesFirst(stores, "visits of a code", [want(visit.byKey, [code])], isTaken, (index) => [
          saved(visit, [visitOf(code, floorAt(round, index))]),
        ]);
      }),
  },
  {
    title: "isolates a record that is found by its key alone",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const one = visitOf(`ONE${round}`, floorAt(round));
        await save(first, saved(visit, [one]));
        const isServed = (records: Records) =>
          foundBy(records, visit.byKey, [one.code])[0]?.isServed === true;
        await oneComesFirst(stores, "who served it", [want(visit.byKey, [one.code])], isServed, () => [
          saved(visit, [{ ...one, isServed: true }]),
        ]);
      }),
  },
  {
    title: "isolates a record with a version of its own: all additions to it count",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const counterId = `counter ${round % 2}`;
        await addsUp(
          stores,
          [want(counter.byKey, [counterId])],
          (records) => recordsOf(records, counter).find((one) => one.counterId === counterId)?.served,
          (served) => [saved(counter, [counterOf(counterId, { served })])],
        );
      }),
  },
  {
    title: "isolates what is written once: of a key one record is written",
    run: (open) =>
      inRounds(open, async (stores, round, first) => {
        const key = `slip ${round}`;
        const isTaken = (records: Records) => foundBy(records, slip.byKey, [key]).length > 0;
        await oneComesFirst(stores, "who wrote it", [want(slip.byKey, [key])], isTaken, (index) => [
          saved(slip, [slipOf(key, { text: `by ${index}` })]),
          saved(visit, [visitOf(`R${round}I${index}`, floorAt(round, index))]),
        ]);
        const codes = stores.map((_, index) => [`R${round}I${index}`]);
        expect(await readBy(first, visit.byKey, ...codes), "what was saved beside it").toHaveLength(1);
      }),
  },
  {
    title: "isolates kinds of several families in one transaction",
    run: (open) =>
      inRounds(open, async (stores, round) => {
        const roomId = `room ${round % 2}`;
        await addsUp(
          stores,
          [want(roomKind.byKey, [roomId])],
          (records) => recordsOf(records, roomKind).find((one) => one.roomId === roomId)?.people,
          (people, index) => [
            saved(roomKind, [{ roomId, people }]),
            saved(visit, [visitOf(`R${round}I${index}`, floorAt(round, index))]),
          ],
        );
      }),
  },
  {
    title: "shows all of a decision or nothing of it to whoever reads meanwhile",
    run: (open) =>
      onStores(open, 2, async ([writer, reader]) => {
        if (writer === undefined || reader === undefined) return;
        const steps = Array.from({ length: 40 }, (_, index) => index + 1);
        const keyOf = (step: number) => `slip ${step}`;
        let isDone = false;
        const write = async () => {
          for (const changes of steps)
            await save(
              writer,
              saved(floor, [floorOf({ changes })]),
              saved(visit, [visitOf("A", { number: changes })]),
              saved(guest, [guestOf("A", { wrongCodes: changes })]),
              saved(slip, [slipOf(keyOf(changes))]),
            );
          isDone = true;
        };
        const all = scopeOf(
          want(floor.byKey, floorValue(north)),
          want(visit.byKey, ["A"]),
          want(guest.byKey, ["A"]),
          want(slip.byKey, ...steps.map((step) => [keyOf(step)])),
        );
        const read = async () => {
          while (!isDone) {
            const { records } = await reader.read(all);
            const changes = recordsOf(records, floor)[0]?.changes ?? 0;
            expect(recordsOf(records, visit)[0]?.number ?? 0, "number of the visit").toBe(changes);
            expect(recordsOf(records, guest)[0]?.wrongCodes ?? 0, "count of the guest").toBe(changes);
            expect(recordsOf(records, slip), "slips").toHaveLength(changes);
          }
        };
        const writing = write();
        await read().finally(() => writing);
      }),
  },
]);
