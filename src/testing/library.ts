export { createDesk } from "../desk/desk.js";
export { defineOffice } from "../office/office.js";
export { memoryStore } from "../store/memory-store.js";
