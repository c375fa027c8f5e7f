import type { CodeCall, Desk, HoldCall, PersonCall } from "giliran";
import { type Asked, ask } from "./asked.js";
import type { Clock } from "./offices.js";

const effects = new Set(["held", "confirmed", "cancelled", "extended", "rescheduled", "waiting"]);

/** Somebody who sends messages of their own. */
interface Somebody {
  readonly sender?: string;
  readonly people: readonly PersonCall[];
}

type Where = Pick<HoldCall, "officeId" | "date"> & Partial<HoldCall>;

/** Everything that bookings can become, from Monday to Wednesday morning; gives the calls that had an effect. */
export async function liveThreeDays(desk: Desk, clock: Clock): Promise<readonly Asked[]> {
  const calls: Asked[] = [];
  const senders = new Map<string, string>();
  let birthYear = 1950;
  let messages = 0;

  const somebody = (name: string, sender = `wa:62812-${name}`): Somebody => ({
    sender,
    people: [{ details: { name, birthDate: `${birthYear++}-08-17`, purpose: "paspor, 48 halaman" } }],
  });

  const party = (...members: readonly Somebody[]): Somebody => ({
    ...members[0],
    people: members.flatMap(({ people }) => people),
  });

  /** Every second call says what came in besides. */
  const core = () => {
    const message = ++messages;
    return {
      requestId: `wa:${message}`,
      ...(message % 2 === 0 && { content: `pesan ${message}` }),
    };
  };

  /** @throws where the call had another effect than it is here for. */
  async function make(asked: Asked, kind: string): Promise<string> {
    const outcome = await ask(desk, asked);
    if (outcome.kind !== kind || !("booking" in outcome) || outcome.booking === undefined)
      throw new Error(`Expected ${kind}, got ${JSON.stringify(outcome)} for ${JSON.stringify(asked)}.`);
    if (effects.has(outcome.kind)) calls.push(asked);
    const { code, sender } = outcome.booking;
    if (sender !== undefined) senders.set(code, sender);
    return code;
  }

  const hold = (who: Somebody, where: Where) =>
    make({ action: "hold", call: { ...core(), ...who, ...where } }, "held");
  const wait = (who: Somebody, where: Where) =>
    make({ action: "joinWaitingList", call: { ...core(), ...who, ...where } }, "waiting");
  const codeCall = (code: string): CodeCall => {
    const sender = senders.get(code);
    return { ...core(), code, ...(sender === undefined ? { by: "staff" } : { sender }) };
  };
  const confirm = (code: string) => make({ action: "confirm", call: codeCall(code) }, "confirmed");
  const cancel = (code: string) => make({ action: "cancel", call: codeCall(code) }, "cancelled");
  const extend = (code: string) => make({ action: "extend", call: codeCall(code) }, "extended");
  const move = (code: string, call: Partial<HoldCall> & { readonly date: string }) =>
    make({ action: "reschedule", call: { ...codeCall(code), ...call } }, "rescheduled");
  const book = async (who: Somebody, where: Where) => confirm(await hold(who, where));

  const pusat = (day: number, window?: string): Where => ({
    officeId: "jakarta-pusat",
    date: dateOf(day),
    ...(window !== undefined && { window }),
  });
  const timur = (day: number): Where => ({ officeId: "jakarta-timur-2", date: dateOf(day) });
  const kupang = (day: number, window = "08:00"): Where => ({
    officeId: "kupang",
    date: dateOf(day),
    window,
  });

  clock.set("2017-08-07T06:00");
  const ayu = await book(somebody("Ayu"), pusat(7, "08:00"));
  await book(somebody("Bagus"), pusat(7, "08:00"));
  await hold(somebody("Cahyo"), kupang(8)); // lapses
  clock.set("2017-08-07T07:10");
  await book(somebody("Nur"), pusat(7, "08:00")); // a place of the other pool, which has opened
  clock.set("2017-08-07T08:05");
  const [visit] = await desk.find({ code: ayu });
  const [at, start, until] = [clock.now(), visit?.start ?? 0, visit?.end ?? 0];
  await desk.claimUse({ officeId: "jakarta-pusat", code: ayu, start, at, until });

  clock.set("2017-08-07T10:00");
  await book(party(somebody("Damar"), somebody("Danu"), somebody("Dian")), timur(8));
  await wait(somebody("Endah"), timur(8)); // in vain
  await book(somebody("Citra"), pusat(9, "08:00"));
  await book(somebody("Lestari"), pusat(9, "08:30"));
  await book(somebody("Nia"), pusat(9, "09:30"));
  await book(somebody("Dewi", "wa:62812 the two"), pusat(10, "08:00"));
  await book(somebody("Eko", "wa:62812 the two"), pusat(10, "08:00"));
  await book(somebody("Mira"), { ...pusat(10, "09:00"), pool: "priority" });
  const family = await book(party(somebody("Fajar"), somebody("Gita"), somebody("Hadi")), timur(10));
  await wait(somebody("Putra"), timur(10));
  await book(somebody("Gilang"), timur(11));
  await book(somebody("Hesti"), timur(11));
  await book(somebody("Indra"), timur(11));
  const wawan = somebody("Wawan");
  await book(wawan, timur(12));
  await book(wawan, timur(14));
  await wait(somebody("Joko"), timur(11));
  await wait(party(somebody("Kiki"), somebody("Lina")), timur(11));
  await wait(wawan, timur(11)); // gives up one of the two once it is certain
  await wait(somebody("Mega"), { ...timur(11), prefer: "09:00" });

  clock.set("2017-08-07T10:20");
  const oki = somebody("Oki");
  await hold(oki, pusat(9, "09:00"));
  await confirm(await hold(oki, pusat(10, "09:00"))); // corrects the one before
  const putri = await book(somebody("Putri"), pusat(9, "09:00"));
  const rani = await book(somebody("Rani"), pusat(11, "08:00"));
  const sari = await book(somebody("Sari"), pusat(10, "08:30"));
  const yusuf = somebody("Yusuf");
  await book(yusuf, kupang(10));
  const zaki = somebody("Zaki");
  await book(party(somebody("Zainab"), zaki), kupang(10));
  const details = { name: `Álvaro "Alv" O'Neil\nbin {Ali} ☂`, vip: true };
  await book({ sender: "tg:☂ 'quoted' \\ {x}", people: [{ key: "ktp:317 1", details }] }, kupang(10));
  const guest = { people: [{ key: "guest of the house", details: {} }] };
  await confirm(
    await make({ action: "hold", call: { ...core(), ...guest, ...kupang(10), by: "staff" } }, "held"),
  );
  const bima = await book(somebody("Bima"), kupang(10, "13:00"));
  await desk.reschedule({ ...core(), code: bima, date: dateOf(11), window: "13:00", by: "staff" });

  clock.set("2017-08-08T09:00");
  const [first] = await desk.dueNotices({ leaseMs: 3_600_000 });
  await desk.markSent([first?.id ?? ""]);
  await move(putri, { date: dateOf(11), window: "09:00" });
  clock.set("2017-08-08T12:00");
  await desk.sweep();
  clock.set("2017-08-08T20:00");
  await cancel(rani);
  clock.set("2017-08-08T21:00");
  await desk.forget(yusuf.people[0] ?? {});
  await desk.forget(zaki.people[0] ?? {});
  await desk.handOver({ from: wawan.sender ?? "", to: "tg:Wawan ☂" });

  const guess = async (sender: string) => {
    const { kind } = await desk.confirm({ ...core(), sender, code: bima });
    if (kind !== "other-sender") throw new Error(`Expected another sender's code, got ${kind}.`);
  };
  clock.set("2017-08-09T06:00");
  await hold(somebody("Wati"), pusat(14, "09:00")); // lapses, and cools when Tono comes
  for (let guesses = 0; guesses < 5; guesses++) await guess("wa:62812-guesser");
  clock.set("2017-08-09T06:10");
  await guess("wa:62812-guesser");
  clock.set("2017-08-09T06:15");
  await hold(somebody("Vina"), pusat(15)); // overdue on Wednesday, and nobody has noticed
  clock.set("2017-08-09T06:20");
  await guess("wa:62812-guesser");
  clock.set("2017-08-09T06:30");
  const asked = { sender: "wa:62812-drafter", at: clock.now() };
  await desk.note({ ...asked, draft: { content: "#Budi#17081990#", until: clock.now() + 3_600_000 } });
  const forgotten = { content: "#Bud", until: clock.now() + 600_000 };
  await desk.note({ ...asked, sender: "wa:62812-slow", draft: forgotten });
  await desk.note({ ...asked, sender: "wa:62812-curious" });
  clock.set("2017-08-09T06:35");
  const tono = await hold(somebody("Tono"), pusat(14));
  clock.set("2017-08-09T06:50");
  await extend(tono);
  await cancel(sari); // cools
  await hold(somebody("Umar"), pusat(10, "08:30"));
  await guess("wa:62812-clumsy");
  clock.set("2017-08-09T06:55");
  await cancel(family); // Putra is offered a place
  clock.set("2017-08-09T06:59");
  await guess("wa:62812-guesser");
  await desk.dueNotices({ limit: 1, leaseMs: 600_000 });
  clock.set("2017-08-09T07:00");
  return calls;
}

function dateOf(day: number): string {
  return `2017-08-${String(day).padStart(2, "0")}`;
}
