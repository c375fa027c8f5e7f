import { type Actor, type Booking, bookingCodes, type CodeCall, type HoldCall } from "giliran";
import { isLive } from "../../src/booking/booking.js";
import { addDays } from "../../src/office/local-date.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { type Citizen, spelled } from "./citizens.js";
import type { Lot } from "./lot.js";
import { errandOf, type Message, type Told } from "./messages.js";
import type { Mirror } from "./mirror.js";
import type { Errand } from "./post.js";
import { dateAt, type TownOffice, windowsOf } from "./town.js";

/** A code that somebody was told. */
interface KnownCode {
  readonly code: string;
  readonly officeId: string;
  readonly citizen: Citizen | undefined;
}

export interface Traffic {
  /** What somebody writes now. */
  readonly draw: (now: number) => Errand;
  /** People remember the codes that they are told, and mostly do what one does next. */
  readonly hear: (told: Told) => Errand | undefined;
  readonly pickCode: (now: number) => KnownCode | undefined;
  readonly wasCancelled: (code: string) => boolean;
}

interface TrafficSettings {
  readonly lot: Lot;
  readonly offices: readonly TownOffice[];
  readonly citizens: readonly Citizen[];
  readonly mirror: Mirror;
  readonly told: (told: Told) => void;
}

const nobodysCode = bookingCodes.draw(seededBytes(0), "nobody");

type What = Message["action"] | "again";
const often: Readonly<Record<What, number>> = {
  hold: 50,
  joinWaitingList: 16,
  confirm: 6,
  cancel: 10,
  extend: 6,
  reschedule: 18,
  again: 4,
};
const choices = Object.entries(often).flatMap(([what, count]) => Array<What>(count).fill(what as What)); // its keys

export function createTraffic({ lot, offices, citizens, mirror, told }: TrafficSettings): Traffic {
  const cancelled = new Set<string>();
  let codes: readonly KnownCode[] = [];
  let lastMessages: readonly Message[] = [];
  let messages = 0;

  /** Mostly one that may be booked. */
  function dateFor(office: TownOffice, now: number): string {
    const ahead = lot.happens(0.1) ? lot.below(5) - 1 : lot.below(office.rules.opensDaysBefore) + 1;
    return addDays(dateAt(office, now), lot.happens(0.2) ? 0 : ahead);
  }

  function anyOffice(): TownOffice {
    const office = lot.pickAny(offices);
    if (office === undefined) throw new Error("A town needs an office.");
    return office;
  }

  /** Who waits for something else has mostly a booking already. */
  function holdCall(now: number, citizen: Citizen | undefined): HoldCall {
    const office = anyOffice();
    if (citizen === undefined) throw new Error("A town needs people.");
    const party = lot.happens(0.2) ? [citizen, lot.pickAny(citizens)] : [citizen];
    const people = [...new Set(party.filter((one) => one !== undefined))];
    const sender = lot.happens(0.25) ? lot.pickAny(citizens)?.sender : citizen.sender;
    return {
      requestId: `message-${messages++}`,
      officeId: office.id,
      date: dateFor(office, now),
      people: people.map((one) => spelled(lot, one)),
      sender: sender ?? citizen.sender,
      pool: lot.happens(0.15) ? "priority" : "general",
      ...(lot.happens(0.15) && { window: lot.pickAny(windowsOf(office)) ?? "08:00" }),
      ...(lot.happens(0.1) && { prefer: "09:30" }),
    };
  }

  /** Mostly by whom it was told to, now and then by somebody else, who guesses, or by staff. */
  function codeCall(known: KnownCode | undefined): CodeCall {
    const citizen = lot.happens(0.03) ? lot.pickAny(citizens) : known?.citizen;
    const by: Actor = known !== undefined && lot.happens(0.03) ? "staff" : "applicant";
    return {
      requestId: `message-${messages++}`,
      code: known?.code ?? nobodysCode,
      by,
      ...(by === "applicant" && { sender: citizen?.sender ?? "nobody" }),
    };
  }

  /** Mostly of a booking that still lives. */
  function pickCode(now: number): KnownCode | undefined {
    const live = codes.filter(({ code }) => isAlive(mirror.booking(code), now));
    return lot.pickAny(lot.happens(0.85) ? live : codes);
  }

  function next({ message, outcome }: Told): Message | undefined {
    const requestId = `message-${messages++}`;
    if (outcome.kind === "held" && message.action === "hold" && lot.happens(0.75))
      return {
        thread: {},
        action: "confirm",
        call: { requestId, code: outcome.booking.code, sender: message.call.sender ?? "" },
      };
    if (message.action === "hold" && worthWaiting.has(outcome.kind) && lot.happens(0.7))
      return { thread: {}, action: "joinWaitingList", call: { ...message.call, requestId } };
    return undefined;
  }

  function write(what: Exclude<What, "again">, now: number): Message {
    const core = { thread: {} };
    switch (what) {
      case "hold":
        return { ...core, action: what, call: holdCall(now, lot.pickAny(citizens)) };
      case "joinWaitingList":
        return {
          ...core,
          action: what,
          call: holdCall(now, pickCode(now)?.citizen ?? lot.pickAny(citizens)),
        };
      case "reschedule": {
        const known = pickCode(now);
        const office = offices.find(({ id }) => id === known?.officeId) ?? anyOffice();
        return { ...core, action: what, call: { ...codeCall(known), date: dateFor(office, now) } };
      }
      default:
        return { ...core, action: what, call: codeCall(pickCode(now)) };
    }
  }

  /** A known id with other content, by who has something wrong. */
  function otherContent(now: number): Message | undefined {
    const message = lot.pickAny(lastMessages);
    if (message?.action !== "hold") return undefined;
    const office = offices.find(({ id }) => id === message.call.officeId);
    const date = office && dateFor(office, now);
    return date === undefined || date === message.call.date
      ? undefined
      : { ...message, call: { ...message.call, date } };
  }

  return {
    pickCode,
    wasCancelled: (code) => cancelled.has(code),
    draw(now) {
      const what = choices[lot.below(choices.length)] ?? "hold";
      const message = what === "again" ? (otherContent(now) ?? write("hold", now)) : write(what, now);
      lastMessages = [...lastMessages.slice(-20), message];
      if (message.action === "cancel") cancelled.add(message.call.code);
      return errandOf(message, told);
    },
    hear(answer) {
      const { outcome, message } = answer;
      if ("booking" in outcome && outcome.booking !== undefined && message.call.by !== "staff") {
        const { code, officeId, sender } = outcome.booking;
        const citizen = citizens.find((one) => one.sender === sender);
        if (!codes.some((known) => known.code === code))
          codes = [...codes.slice(-20 * offices.length), { code, officeId, citizen }];
      }
      const then = next(answer);
      return then && errandOf(then, told);
    },
  };
}

const worthWaiting: ReadonlySet<string> = new Set([
  "day-full",
  "pool-full",
  "window-full",
  "person-has-booking",
]);

function isAlive(booking: Booking | undefined, now: number): boolean {
  return booking !== undefined && isLive(booking) && booking.end > now;
}
