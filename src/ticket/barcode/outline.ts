/**
 * The dark modules as an SVG path in units of a module: one rectangle for each run; rows that are alike share theirs,
 * as all rows of Code 128 do.
 */
export function outline(rows: readonly string[]): string {
  let path = "";
  for (let y = 0, next = 0; y < rows.length; y = next) {
    const row = rows[y] ?? "";
    for (next = y + 1; rows[next] === row; ) next++;
    for (const { 0: run, index } of row.matchAll(/1+/g))
      path += `M${index} ${y}h${run.length}v${next - y}h-${run.length}z`;
  }
  return path;
}
