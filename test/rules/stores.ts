import { memoryStore } from "giliran";
import type { OpenStore } from "../../src/testing/open-store.js";

export const openMemory: OpenStore = () => {
  const store = memoryStore();
  return { connect: () => store };
};

export { openSqlite } from "../store/open-sqlite.js";
