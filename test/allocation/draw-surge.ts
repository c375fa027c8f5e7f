/** What a surge brought: by order of arrival how many people of how many asked, and how days were filled. */
export interface Surge {
  /** People who were given a place and who asked, of so many requests each. */
  readonly batches: readonly { readonly given: number; readonly asked: number }[];
  readonly requestsOfBatch: number;
  readonly caption: string;
  /** People in each window, by policy. */
  readonly days: readonly { readonly policy: string; readonly windows: readonly WindowCount[] }[];
}

export interface WindowCount {
  readonly window: string;
  readonly people: number;
  readonly places: number;
}

const width = 760;
const left = 40;
const chartWidth = width - 2 * left;
const given = "#1a7f5a";
const refused = "#d9d9d9";

/** An SVG document. */
export function drawSurge({ batches, requestsOfBatch, caption, days }: Surge): string {
  const most = Math.max(...batches.map(({ asked }) => asked));
  const step = chartWidth / batches.length;
  const surge = batches.flatMap((batch, index) => [
    bar(left + index * step, 170, step - 0.5, (batch.asked / most) * 110, refused),
    bar(left + index * step, 170, step - 0.5, (batch.given / most) * 110, given),
  ]);
  const height = 240 + days.length * 120;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222">`,
    "<title>A surge by order of arrival, and how windows fill under each policy</title>",
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(
      left,
      28,
      `People in order of arrival, ${requestsOfBatch} requests a bar: given a place, refused`,
      15,
    ),
    text(left, 46, caption),
    ...surge,
    text(left, 188, "first request"),
    text(width - left, 188, "last request", 13, "end"),
    text(left, 226, "A quiet day, 120 people for 400 places: how many come in each window", 15),
    ...days.map((day, index) => drawDay(day, 250 + index * 120)),
    "</svg>\n",
  ].join("\n");
}

function drawDay({ policy, windows }: Surge["days"][number], top: number): string {
  const step = chartWidth / windows.length;
  const bottom = top + 88;
  return [
    text(left, top + 4, policy),
    ...windows.flatMap(({ window, people, places }, index) => {
      const x = left + index * step;
      return [
        bar(x, bottom, step - 6, 70, refused),
        bar(x, bottom, step - 6, (people / places) * 70, given),
        text(x, bottom + 15, window, 11),
      ];
    }),
  ].join("\n");
}

function bar(x: number, bottom: number, barWidth: number, height: number, fill: string): string {
  const [y, w, h] = [bottom - height, barWidth, height].map((length) => Number(length.toFixed(1)));
  return `<rect x="${Number(x.toFixed(1))}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
}

function text(x: number, y: number, content: string, size = 13, anchor = "start"): string {
  return `<text x="${Number(x.toFixed(1))}" y="${y}" font-size="${size}" text-anchor="${anchor}">${content}</text>`;
}
