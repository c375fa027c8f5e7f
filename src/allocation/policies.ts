/** A slot with room for the party, as it is at the decision. */
export interface OpenSlot {
  /** The slot's key, its local start. */
  readonly window: string;
  readonly until: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Places of the pool, and how many of them are not taken. */
  readonly places: number;
  readonly placesLeft: number;
}

/** What a policy may know of a request: nothing about who asks (F2). */
export interface PolicyRequest {
  readonly officeId: string;
  readonly date: string;
  readonly pool: string;
  readonly places: number;
}

/** Puts slots into the order of preference; the first is allotted. It must be pure. */
export type Policy = (request: PolicyRequest, slots: readonly OpenSlot[]) => readonly OpenSlot[];

/** Fills the day from its beginning. */
export const earliestFirst: Policy = (_request, slots) => slots.toSorted((a, b) => a.start - b.start);
