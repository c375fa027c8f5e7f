/** A booking as the model knows it. */
export interface ModelBooking {
  readonly code: string;
  /** Nobody once they are forgotten. */
  person: string | undefined;
  readonly date: string;
  state: "waiting" | "held" | "confirmed" | "cancelled" | "lapsed";
  expiresAt: number;
  since: number;
  coolsUntil: number | undefined;
  replaces: string | undefined;
  moves: number;
  isUsed: boolean;
  /** It is a place that came free while they waited. */
  isOffered: boolean;
  notices: readonly ModelNotice[];
}

export interface ModelNotice {
  readonly code: string;
  readonly kind: "offer" | "offer-lapsed" | "hold-lapsing";
  readonly at: number;
  readonly leasedUntil?: number;
}

type Made = Pick<ModelBooking, "code" | "person" | "date" | "state" | "since"> & Partial<ModelBooking>;

export function modelBooking(made: Made): ModelBooking {
  return {
    expiresAt: Number.POSITIVE_INFINITY,
    coolsUntil: undefined,
    replaces: undefined,
    moves: 0,
    isUsed: false,
    isOffered: false,
    notices: [],
    ...made,
  };
}

export function isLive({ state }: ModelBooking): boolean {
  return state === "waiting" || state === "held" || state === "confirmed";
}

/** Whether it is a hold that has ended by then. */
export function isHeldUntil({ state, expiresAt }: ModelBooking, time: number): boolean {
  return state === "held" && expiresAt <= time;
}

export function takesPlace({ state, coolsUntil }: ModelBooking): boolean {
  return state === "held" || state === "confirmed" || coolsUntil !== undefined;
}

/** As the desk calls it. */
export function idOf({ code, kind, at }: ModelNotice): string {
  return `${at}:${kind}:${code}`;
}

/** What is answered to whom a booking does not stand for what they want. */
export const standing: Readonly<Record<ModelBooking["state"], string>> = {
  waiting: "waiting",
  held: "held",
  confirmed: "confirmed",
  cancelled: "cancelled",
  lapsed: "hold-lapsed",
};
