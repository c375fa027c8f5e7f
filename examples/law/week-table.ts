import type { Desk } from "giliran";

/** An office's next seven days: a row for each window, a column for each date, places left of those bookable. */
export async function weekTable(desk: Desk, officeId: string, from: string): Promise<string> {
  const days = await desk.availability({ officeId, from, days: 7 });
  const windows = new Set(
    days.flatMap((day) => (day.kind === "open" ? day.slots : [])).map((slot) => slot.window),
  );
  const cells = [...windows].sort().map((window) => [
    window,
    ...days.map((day) => {
      if (day.kind !== "open") return day.kind === "closed" ? (day.reason ?? "closed") : "";
      const slot = day.slots.find((one) => one.window === window);
      return slot === undefined ? "–" : `${slot.placesLeft.general ?? 0} left`;
    }),
  ]);
  const rows = [["", ...days.map(({ date }) => date)], days.map(() => "---").concat("---"), ...cells];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
