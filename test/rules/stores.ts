import { memoryStore } from "giliran";
import type { OpenStore } from "../../src/testing/open-store.js";

/** On the memory store of a library, which may be broken. */
export function openMemoryOf(createStore: typeof memoryStore): OpenStore {
  return () => {
    const store = createStore();
    return { connect: () => store };
  };
}

export const openMemory: OpenStore = openMemoryOf(memoryStore);
export { openSqlite, openSqliteOf } from "../store/open-sqlite.js";
