import type { OfficeConfig } from "giliran";

/** The same places; pools that open to others do so at another time, or never. */
export function opening(
  capacity: OfficeConfig["capacity"],
  minutesBefore: number | "never",
): OfficeConfig["capacity"] {
  if (typeof capacity === "number") return capacity;
  const pools = Object.entries(capacity).map(([name, pool]) => {
    if (typeof pool === "number") return [name, pool] as const;
    return [name, minutesBefore === "never" ? pool.places : { ...pool, minutesBefore }] as const;
  });
  return Object.fromEntries(pools);
}
