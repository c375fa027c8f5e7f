import type { Store } from "../store/store.js";

/** An empty store. */
export interface OpenedStore {
  /** The same records for one more desk: over a connection of its own, where the store has connections. */
  readonly connect: () => Store | Promise<Store>;
  /** The same over a connection that lets `pass` end before it sends anything, where it sends what others can overtake. */
  readonly connectSlowly?: (pass: () => Promise<void>) => Store | Promise<Store>;
  /** Ends the connections, where there are any. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty store, again and again. */
export type OpenStore = () => OpenedStore | Promise<OpenedStore>;
