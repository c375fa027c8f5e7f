import type { Library } from "../../src/testing/world.js";
import { breakModule, type SourceChange } from "./break-module.js";

/** The library with one change. */
export async function breakLibrary(change: SourceChange): Promise<Library> {
  return (await breakModule("testing/library.ts", change)) as Library; // decoded
}
