import type { Migration } from "../../store/kind.js";

/** No table changes. What ledgers count has times now, which an older giliran would drop: it is refused. */
export const migration4: Migration = [];
