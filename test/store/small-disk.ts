import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A file system of its own, or why there is none. */
export type SmallDisk =
  | { readonly folder: string; readonly makeRoom: () => void }
  | { readonly missingBecause: string };

/** Has room for one megabyte, in the memory of the machine; it goes with the test. Only root may mount. */
export function mountSmallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "giliran-small-disk-"));
  onTestFinished(() => rmdirSync(folder));
  const call = (program: string, ...values: string[]) => execFileSync(program, values, { stdio: "pipe" });
  try {
    call("mount", "-t", "tmpfs", "-o", "size=1m", "giliran", folder);
  } catch (error) {
    return { missingBecause: `a small file system can't be mounted: ${String(error).replace(/\s+/g, " ")}` };
  }
  // Lazily: libsql keeps its files open until its statements are collected.
  onTestFinished(() => void call("umount", "--lazy", folder));
  return { folder, makeRoom: () => void call("mount", "-o", "remount,size=16m", folder) };
}
