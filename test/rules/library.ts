export { createDesk } from "../../src/desk/desk.js";
export { defineOffice } from "../../src/office/office.js";
export { memoryStore } from "../../src/store/memory-store.js";
