import type { Migration } from "../../store/kind.js";

/** By what a desk with another secret is known. */
export const migration3: Migration = [
  {
    kind: "table",
    table: { name: "secret", columns: { name: "text" }, key: ["name"], record: true },
  },
];
