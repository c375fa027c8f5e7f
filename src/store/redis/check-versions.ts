import { StoreError } from "../../errors.js";
import { homeKind, type Kind } from "../kind.js";
import type { RedisConnection } from "./connection.js";
import { versionField } from "./names.js";
import { version } from "./scripts.js";

/** Of how fields and sets are laid out; another one for every change that an older giliran would misread. */
const dataVersion = "1";

/**
 * For the first use of a family, so that nothing is read or written in a layout that is not known here.
 *
 * @throws StoreError where the data of a kind have another version.
 */
export function checkVersions(
  { script }: RedisConnection,
  key: string,
): (kinds: readonly Kind[]) => Promise<void> {
  const checks = new Map<string, Promise<void>>();
  const known = new Set<Kind>();

  async function check(field: string): Promise<void> {
    const found = String(await script(version, field, dataVersion));
    if (found !== dataVersion)
      throw new StoreError(
        `Redis has data of version ${found} under ${key}, this giliran knows ${dataVersion}; use the giliran that made them, or another prefix.`,
        { retryable: false },
      );
  }

  function checkOnce(field: string): Promise<void> {
    const checking = checks.get(field) ?? check(field);
    checks.set(field, checking);
    checking.catch(() => checks.delete(field)); // the next call may find the server up
    return checking;
  }

  return async (kinds) => {
    if (kinds.every((kind) => known.has(kind))) return;
    const fields = new Set(kinds.flatMap((kind) => [kind, homeKind(kind) ?? kind]).map(versionField));
    await Promise.all([...fields].map(checkOnce));
    for (const kind of kinds) known.add(kind);
  };
}
