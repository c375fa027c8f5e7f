export { type Alternative } from "./allocation/alternatives.js";
export { earliestFirst, type OpenSlot, type Policy, type PolicyRequest } from "./allocation/policies.js";
export { memoryStore } from "./store/memory-store.js";
export { createDesk } from "./desk/desk.js";
export { defineOffice } from "./office/office.js";
