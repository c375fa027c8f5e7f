import type { Desk, DeskSettings, OfficeConfig, Store } from "giliran";
import type { Action } from "../../src/booking/action.js";
import { type Actions, actions } from "../../src/booking/actions/actions.js";
import type { Booking } from "../../src/booking/booking.js";
import type { Bookings } from "../../src/booking/bookings.js";
import type { Grounds } from "../../src/booking/grounds.js";
import type { RequestCore } from "../../src/booking/requests.js";
import { type Rulebook, rulebook } from "../../src/booking/rulebook.js";
import { createDeskBy } from "../../src/desk/desk.js";
import * as ownLibrary from "../../src/testing/library.js";
import type { Library } from "../../src/testing/world.js";

/** The library, with entries of its rulebook replaced. */
export function libraryBy(entries: Partial<Rulebook>): Library {
  return {
    ...ownLibrary,
    createDesk: (settings) => createDeskBy({ ...rulebook, ...entries }, settings),
  };
}

export function withActions(replaced: Partial<Actions>): Library {
  return libraryBy({ actions: { ...actions, ...replaced } });
}

/** What every decision stands on is changed as soon as it is opened. */
export function withGrounds(change: (on: Grounds) => Partial<Grounds>): Library {
  return libraryBy({
    createGrounds(...given) {
      const on = rulebook.createGrounds(...given);
      return { ...on, ...change(on) };
    },
  });
}

/** Methods of a desk are replaced; it can make others, with the same settings or not. */
export function withDesk(change: (desk: Desk, settings: DeskSettings) => Partial<Desk>): Library {
  return {
    ...ownLibrary,
    createDesk(settings) {
      const desk = ownLibrary.createDesk(settings);
      return { ...desk, ...change(desk, settings) };
    },
  };
}

/** Methods of the store that each desk is given are replaced. */
export function withStore(change: (store: Store) => Partial<Store>): Library {
  return {
    ...ownLibrary,
    createDesk: ({ store, ...settings }) =>
      ownLibrary.createDesk({ ...settings, store: { ...store, ...change(store) } }),
  };
}

/** Offices are defined by another config than the one that is given. */
export function withOffices(change: (config: OfficeConfig) => Partial<OfficeConfig>): Library {
  return {
    ...ownLibrary,
    defineOffice: (config) => ownLibrary.defineOffice({ ...config, ...change(config) }),
  };
}

type Kinded = { readonly kind: string };

/** An action that decides on other grounds. */
export function actingOn<Request extends RequestCore, Outcome extends Kinded>(
  action: Action<Request, Outcome>,
  change: (on: Grounds, request: Request) => Partial<Grounds>,
): Action<Request, Outcome> {
  return {
    ...action,
    decide: (request, on) => action.decide(request, { ...on, ...change(on, request) }),
  };
}

/** An action that does more, or tells another outcome, after it was decided. */
export function actingAfter<Request extends RequestCore, Outcome extends Kinded>(
  action: Action<Request, Outcome>,
  change: (outcome: Outcome, request: Request, on: Grounds) => Outcome,
): Action<Request, Outcome> {
  return {
    ...action,
    decide: (request, on) => change(action.decide(request, on), request, on),
  };
}

/** Bookings as `see` shows them to whoever finds them; each looks the same at each look. */
export function seen(bookings: Bookings, see: (booking: Booking) => Booking): Bookings {
  const shown = new Map<Booking, Booking>();
  const show = (booking: Booking): Booking => {
    const known = shown.get(booking) ?? see(booking);
    shown.set(booking, known);
    return known;
  };
  return {
    ...bookings,
    find(code) {
      const booking = bookings.find(code);
      return booking && show(booking);
    },
    due: () => bookings.due().map(show),
    liveOf: (personKey) => bookings.liveOf(personKey).map(show),
    liveFrom: (sender) => bookings.liveFrom(sender).map(show),
  };
}
