import { StoreError } from "../../errors.js";
import { createFamilyCheck } from "../check-families.js";
import { homeKind, type Kind } from "../kind.js";
import { checkServer } from "./check-server.js";
import type { RedisConnection } from "./connection.js";
import { agesSet, homesSet, isVersioned, versionField } from "./names.js";
import { open } from "./scripts.js";

/** Of how fields, sets and records are laid out; another one for every change that an older giliran would misread. */
const dataVersion = "2";

/**
 * What a process knows of the data: their generation, drawn by whoever made them, how many saves there were, and
 * whose the last was. It goes with every script, which fails where the data went away or back.
 */
export interface KnownData {
  /**
   * Before kinds are used, so that nothing is read or written in a layout that is not known here, or on a server that
   * can't be relied on.
   *
   * @throws StoreError where that is so.
   */
  readonly open: (kinds: readonly Kind[]) => Promise<void>;
  /** Runs a script that compares with what is known here. */
  readonly script: (script: string, ...values: readonly string[]) => Promise<unknown>;
  /** So many saves there were, and whose the last was, by the reply to a script. */
  readonly saw: (saves: unknown, writer: unknown) => void;
  /** One of this process was the latest of so many. */
  readonly saved: (saves: unknown) => void;
}

export interface DataSettings {
  readonly key: string;
  /** The process's own. */
  readonly name: string;
  /** The only one that is accepted. */
  readonly generation: string | undefined;
  readonly warn: (message: string) => void;
}

export function createKnownData(connection: RedisConnection, settings: DataSettings): KnownData {
  const { key, name, warn } = settings;
  const checks = new Map<string, Promise<void>>();
  const opened = new Set<Kind>();
  const { familiesOf } = createFamilyCheck();
  let { generation = "" } = settings;
  let seen = 0;
  let witness = "";
  const saw = (saves: unknown, writer: unknown) => {
    if (Number(saves) <= seen) return;
    seen = Number(saves);
    witness = String(writer);
  };

  /** Again by the next call where it failed: that may find the server up. */
  function once(what: string, check: () => Promise<void>): Promise<void> {
    const checking = checks.get(what) ?? check();
    checks.set(what, checking);
    checking.catch(() => checks.delete(what));
    return checking;
  }

  async function openFamily(kind: Kind): Promise<void> {
    const field = versionField(kind);
    const fresh = crypto.randomUUID();
    const sets = kind.family().kinds.flatMap(setsOf);
    const reply = await connection.script(open, field, dataVersion, fresh, generation, ...sets);
    const [version, found, saves, writer] = reply as readonly unknown[]; // decoded
    if (version !== dataVersion)
      throw new StoreError(
        `Redis has data of version ${version} under ${key}, this giliran knows ${dataVersion}; use the giliran that made them, or another prefix.`,
        { retryable: false },
      );
    if (found === fresh)
      warn(
        `giliran: Redis had no data under ${key}, and this process has begun new ones. If there should be some, stop it and look where they are. With redisStore({ generation: "${fresh}" }) no process begins anew by itself (docs/storage.md).`,
      );
    generation = String(found);
    saw(saves, writer);
  }

  return {
    async open(kinds) {
      if (kinds.every((kind) => opened.has(kind))) return;
      familiesOf(kinds);
      await once("the server", () => checkServer(connection, warn));
      const families = new Map(
        kinds.flatMap((kind) => [kind, homeKind(kind) ?? kind]).map((one) => [versionField(one), one]),
      );
      await Promise.all(Array.from(families, ([field, kind]) => once(field, () => openFamily(kind))));
      for (const kind of kinds) opened.add(kind);
    },
    script: (script, ...values) =>
      connection.script(script, generation, String(seen), name, witness, ...values),
    saw,
    saved: (saves) => saw(saves, name),
  };
}

/** Sets that are there where anything of a kind is, beside those of its look-ups. */
function setsOf(kind: Kind): readonly string[] {
  return [
    ...(isVersioned(kind) ? [homesSet(kind)] : []),
    ...(kind.agedBy === undefined ? [] : [agesSet(kind)]),
  ];
}
