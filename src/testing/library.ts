export { createDesk } from "../desk/desk.js";
export { defineOffice } from "../office/define-office.js";
export { memoryStore } from "../store/memory-store.js";
