import { lasts, machineDates } from "./machine-office.js";
import type { ModelBooking, ModelNotice } from "./model-booking.js";
import { idOf, isHeldUntil, isLive, modelBooking, standing, takesPlace } from "./model-booking.js";
import { correctedHold, isMoving, latestEnd, refusedMove } from "./model-rules.js";

/** The life of bookings at an office with one window a day, one person at a time: what the library must come to. */
export class MachineModel {
  readonly bookings: ModelBooking[] = [];
  now = 0;
  capacity = 1;
  constructor(readonly coolingMs: number) {}
  hold(person: string, date: string, code = ""): string {
    this.settle([date], this.liveOf(person), person);
    const earlier = correctedHold(this.liveOf(person), date);
    if (this.hasAnother(person, earlier)) return "person-has-booking";
    if (earlier?.date === date) return "already-held";
    if (!this.hasRoom(date)) return this.instead("day-full");
    const made = { code, person, date, since: earlier?.since ?? this.now };
    const until = Math.min(this.now + lasts.hold, earlier ? latestEnd(earlier) : Number.POSITIVE_INFINITY);
    this.bookings.push(modelBooking({ ...made, ...this.held(code, until) }));
    if (earlier) this.end(earlier, "cancelled", this.now, code);
    return "held";
  }
  joinWaitingList(person: string, date: string, code = ""): string {
    this.settle([date], this.liveOf(person), person);
    const live = this.liveOf(person);
    if (live.some((one) => one.state === "waiting" && one.date === date)) return "already-waiting";
    const earlier = live.find((one) => one.state !== "waiting" && one.date !== date && !isMoving(one, live));
    if (this.hasAnother(person, earlier)) return "person-has-booking";
    const refusal = earlier?.state === "confirmed" && refusedMove(earlier);
    if (refusal === "reschedule-limit") return refusal;
    if (this.hasRoom(date)) return this.instead("places-free");
    const made = { code, person, date, since: this.now, replaces: earlier?.code };
    this.bookings.push(modelBooking({ ...made, state: "waiting" }));
    return "waiting";
  }
  confirm(one: ModelBooking): string {
    this.settle([], [one, ...this.liveOf(one.person)], one.person);
    if (one.state !== "held") return { ...standing, confirmed: "already-confirmed" }[one.state];
    const earlier = this.bookings.find(({ code }) => code === one.replaces);
    this.settle([], earlier ? [earlier] : []);
    const refusal = earlier?.state === "confirmed" && refusedMove(earlier);
    if (refusal) return refusal;
    const moves = earlier?.state === "confirmed" ? earlier.moves + 1 : one.moves;
    Object.assign(one, { state: "confirmed", moves, replaces: undefined, notices: [] });
    if (earlier && isLive(earlier)) this.end(earlier, "cancelled", this.now, one.code);
    return "confirmed";
  }
  cancel(one: ModelBooking): string {
    this.settle([], [one, ...this.liveOf(one.person)], one.person);
    if (!isLive(one)) return { ...standing, cancelled: "already-cancelled" }[one.state];
    if (!one.isUsed) this.end(one, "cancelled", this.now);
    return one.isUsed ? "visit-over" : "cancelled";
  }
  extend(one: ModelBooking): string {
    this.settle([], [one, ...this.liveOf(one.person)], one.person);
    if (one.state !== "held") return { ...standing, confirmed: "already-confirmed" }[one.state];
    const until = Math.min(this.now + lasts.hold, latestEnd(one));
    if (until <= one.expiresAt) return "longest-hold";
    const offers = one.notices.filter(({ kind }) => kind === "offer");
    Object.assign(one, this.held(one.code, until, offers));
    return "extended";
  }
  reschedule(one: ModelBooking, date: string, code = ""): string {
    this.settle([date], [one, ...this.liveOf(one.person)], one.person);
    const { person, state, since, replaces, moves, expiresAt } = one;
    if (state !== "held" && state !== "confirmed") return standing[state];
    const refusal = state === "confirmed" && refusedMove(one);
    if (refusal) return refusal;
    if (one.date === date) return "same-place";
    if (!this.hasRoom(date)) return this.instead("day-full");
    const held = this.held(code, Math.min(this.now + lasts.hold, expiresAt));
    const made = { code, person, date, since, replaces };
    this.bookings.push(
      modelBooking(state === "held" ? { ...made, ...held, moves } : { ...made, state, moves: moves + 1 }),
    );
    this.end(one, "cancelled", this.now, code);
    return "rescheduled";
  }
  claimUse(one: ModelBooking): string {
    this.settle([], [one]);
    if (one.state !== "confirmed" || one.isUsed) return one.state === "confirmed" ? "already-used" : "void";
    Object.assign(one, { isUsed: true, notices: [] });
    return "first";
  }
  dueNotices(leaseMs: number): readonly string[] {
    const isDue = ({ at, leasedUntil = at }: ModelNotice) => leasedUntil <= this.now;
    const met = this.bookings.filter(({ notices }) => notices.some(isDue));
    this.settle([], [...met, ...met.flatMap(({ person }) => this.liveOf(person))]);
    const found = met.filter((one) => !isHeldUntil(one, this.now));
    const due = found.flatMap(({ notices }) => notices.filter(isDue));
    const lease = (one: ModelNotice) => (isDue(one) ? { ...one, leasedUntil: this.now + leaseMs } : one);
    for (const one of found) one.notices = one.notices.map(lease);
    return due.map(idOf);
  }
  markSent(ids: readonly string[]): void {
    const isNamed = ({ code }: ModelBooking) => ids.some((id) => id.endsWith(code));
    this.settle([], this.bookings.filter(isNamed));
    for (const one of this.bookings)
      one.notices = one.notices.filter((notice) => !ids.includes(idOf(notice)));
  }
  forget(person: string): void {
    const own = this.bookings.filter((one) => one.person === person);
    this.settle([], own, person);
    for (const one of own) if (isLive(one) && !one.isUsed) this.end(one, "cancelled", this.now);
    for (const one of own) Object.assign(one, { person: undefined, notices: [] });
  }
  /**
   * What is due is written where a decision looks, and nowhere else; what comes free there goes to those who wait. A
   * hold is over for whoever acts at the time that they were told, for others when no clock can be before it.
   */
  settle(dates: readonly string[], others: readonly ModelBooking[], actor?: string): void {
    const met = this.bookings.filter((one) => dates.includes(one.date) || others.includes(one));
    for (const one of met) {
      if ((one.coolsUntil ?? Number.POSITIVE_INFINITY) <= this.now) one.coolsUntil = undefined;
      if (isHeldUntil(one, this.now - lasts.tolerance)) this.end(one, "lapsed", one.expiresAt);
    }
    for (const date of [...dates, ...met.map((one) => one.date)]) this.serve(date);
    for (const one of this.liveOf(actor))
      if (isHeldUntil(one, this.now)) this.end(one, "lapsed", one.expiresAt);
  }
  /** What is free instead is looked for on every date. */
  private instead(answer: string): string {
    this.settle(machineDates, []);
    return answer;
  }
  private serve(date: string): void {
    for (const one of this.bookings)
      if (one.state === "waiting" && one.date === date && this.hasRoom(date) && !this.mayNotMove(one)) {
        const offer = { code: one.code, kind: "offer", at: this.now } as const;
        const held = this.held(one.code, this.now + lasts.offer, [offer]);
        Object.assign(one, { since: this.now, isOffered: true, ...held });
      }
  }
  /** Who could not take the place of what they have is passed. */
  private mayNotMove({ replaces }: ModelBooking): boolean {
    const earlier = this.bookings.find(({ code }) => code === replaces);
    return earlier?.state === "confirmed" && refusedMove(earlier) !== undefined;
  }
  private end(one: ModelBooking, state: "cancelled" | "lapsed", freedAt: number, insteadOf?: string): void {
    const coolsUntil = freedAt + this.coolingMs;
    if (takesPlace(one) && coolsUntil > this.now) one.coolsUntil = coolsUntil;
    const isLost = state === "lapsed" && one.isOffered;
    const lost = { code: one.code, kind: "offer-lapsed", at: this.now } as const;
    Object.assign(one, { state, notices: isLost ? [lost] : [] });
    for (const other of this.liveOf(one.person))
      if (insteadOf && other.replaces === one.code && other.code !== insteadOf) other.replaces = insteadOf;
    this.serve(one.date);
  }
  private held(code: string, expiresAt: number, offers: readonly ModelNotice[] = []) {
    const at = expiresAt - lasts.reminder;
    const notices = at > this.now ? [...offers, { code, kind: "hold-lapsing" as const, at }] : offers;
    return { state: "held" as const, expiresAt, notices };
  }
  private hasRoom = (date: string) =>
    this.bookings.filter((one) => one.date === date && takesPlace(one)).length < this.capacity;
  private liveOf = (person = "") => this.bookings.filter((one) => one.person === person && isLive(one));
  /** Who waits on top of a booking has one booking that is to be moved. */
  private hasAnother(person: string, givesWay: ModelBooking | undefined): boolean {
    const live = this.liveOf(person);
    return live.some((one) => one !== givesWay && !live.some(({ code }) => code === one.replaces));
  }
}
