/** Adds each beginning of three letters and more that only one month has. */
export function withBeginnings(months: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number | undefined>();
  for (const [spelling, month] of months)
    for (let length = 3; length < spelling.length; length++) {
      const beginning = spelling.slice(0, length);
      beginnings.set(beginning, (beginnings.get(beginning) ?? month) === month ? month : Number.NaN);
    }
  const unique = [...beginnings].filter((entry): entry is [string, number] => !Number.isNaN(entry[1]));
  return new Map([...unique, ...months]);
}
