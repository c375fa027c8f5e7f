import {
  createChat,
  createDesk,
  defineMessageFormat,
  defineOffice,
  english,
  field,
  indonesian,
  memoryStore,
  type Reply,
} from "giliran";
import { describe, expect, it } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import {
  knownFailures,
  type Played,
  type ReportedCase,
  reportedCases,
  scoreOf,
  type Verdict,
} from "../cases/reported.js";
import { type ExpectedEnd, endsByExpectation } from "./reported-ends.js";

const fields = { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() };
const template = "#name#birthDate#arrivalDate";

/** As the cases' README has it. */
function officeOf(perWindow: number) {
  const day = ["08:00-10:00"];
  return defineOffice({
    id: "pusat",
    name: "Kantor Pusat",
    address: "Jalan Merpati 1",
    timeZone: "Asia/Jakarta",
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    slotMinutes: 60,
    capacity: perWindow,
    closures: { "2017-08-17": "Hari Kemerdekaan" },
    rules: { bookingsPerSender: 3 },
  });
}

interface End {
  readonly bookings: readonly string[];
  readonly before: readonly string[];
  readonly reply: string;
}

async function converse({ id, inputs, source }: ReportedCase): Promise<End> {
  const words = id.startsWith("c-en-") || id === "c-typo-cancle" ? english : indonesian;
  let now = Date.parse(id === "c-late-night-besok" ? "2017-08-08T00:30+07:00" : "2017-08-07T07:00+07:00");
  const party = source.includes("party") ? { party: { most: 3, shared: ["arrivalDate"] } } : {};
  const office = officeOf(id === "c-tunggu-sebentar-full" ? 1 : 3);
  const format = defineMessageFormat(template, fields, party);
  const desk = createDesk({
    offices: [office],
    store: memoryStore(),
    secret: "the secret of the reported cases",
    now: () => now,
    randomBytes: seededBytes(2017),
  });
  const chat = createChat({ desk, format, words });
  const codes = new Map<string, string>();
  let last: Reply | undefined;
  let before: readonly string[] = [];
  let bookings: readonly string[] = [];

  async function listBookings(): Promise<readonly string[]> {
    const all = await desk.find({ sender: "test:ani" });
    const live = all.filter(({ state }) => state !== "cancelled");
    const isOnlyCancelled = live.length === 0 || inputs.some((input) => String(input).includes("Siti"));
    return (isOnlyCancelled ? all : live).map(
      ({ state, people, date }) =>
        `${state}:${people.map(({ details }) => Object(details).name).join("+")}:${date}`,
    );
  }

  for (const [index, step] of inputs.entries()) {
    const [sender, text, how = {}] = typeof step === "string" ? (["ani", step] as const) : step;
    now += 60_000 * ("wait" in how ? (how.wait ?? 1) : 1);
    const said = text.replace(/\{(\w+)\}/gu, (_, who: string) => codes.get(who) ?? "");
    const quotation = "quote" in how && last !== undefined ? { quoted: last.text } : {};
    const replies = await chat.receive({
      channel: "test",
      id: `m${index}`,
      sender,
      text: said,
      at: now,
      ...quotation,
    });
    last = replies[0];
    const code = /^\w{4}-\w{4}$/mu.exec(last?.text ?? "")?.[0];
    if (code !== undefined) codes.set(sender, code);
    before = bookings;
    bookings = await listBookings();
  }
  return { bookings, before, reply: last?.text ?? "" };
}

function judge({ bookings, before, reply }: End, expected: ExpectedEnd | undefined): Verdict {
  if (expected === undefined) throw new Error("An expectation without a meaning in reported-ends.ts.");
  const isSame = (one: readonly string[], other: readonly string[]) =>
    [...one].sort().join() === [...other].sort().join();
  const isExpected = expected.bookings.some((all) => isSame(all === "same" ? before : all, bookings));
  if (!isExpected) return isSame(before, bookings) ? "refused" : "wrong act";
  return expected.says?.test(reply) === false ? "wrong reason" : "right";
}

describe("the reported conversations", async () => {
  const cases = reportedCases("chat");
  const played: Played[] = [];
  for (const each of cases) {
    const end = await converse(each);
    const got = `${end.bookings.join(" ") || "-"} ${JSON.stringify(end.reply.slice(0, 160))}`;
    played.push({ id: each.id, verdict: judge(end, endsByExpectation[each.expected]), got });
  }

  it("fail only where they are known to fail", () => {
    console.log(scoreOf("chat", played, cases));
    expect(played.filter(({ verdict }) => verdict !== "right").map(({ id }) => id)).toEqual(
      knownFailures("chat"),
    );
  });
});
