import type { DrawingContext, RenderOptions } from "bwip-js/generic";

/** A named symbology function of bwip-js; importing it by name keeps the other hundred out of a bundle. */
export type Encoder = (
  options: RenderOptions,
  drawing: DrawingContext<readonly string[]>,
) => readonly string[];

/** bwip-js's types leave out what only one symbology has. */
interface EncoderSettings extends Omit<RenderOptions, "bcid"> {
  readonly eclevel?: "L" | "M" | "Q" | "H";
}

/**
 * The modules of a barcode as bwip-js draws them: rows of `1` (dark) and `0` (light).
 * @throws RangeError where bwip-js refuses the text; the text itself is not in the message.
 */
export function drawModules(encoder: Encoder, settings: EncoderSettings): readonly string[] {
  try {
    return encoder({ ...settings, bcid: "" }, moduleDrawing());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // No `cause`: it would carry the text into logs.
    throw new RangeError(
      `a barcode can't hold this text of length ${settings.text.length}: ${reason.replaceAll(settings.text, "…")}`,
    );
  }
}

function moduleDrawing(): DrawingContext<readonly string[]> {
  // edges[y][x] is 1 where row y changes between light and dark at the left side of column x. Shapes of
  // bwip-js don't overlap and holes are shapes of their own, so that toggling is enough for all of them.
  let edges: Uint8Array[] = [];
  const toggle = (x: number, fromY: number, toY: number) => {
    for (const row of edges.slice(Math.min(fromY, toY), Math.max(fromY, toY))) row[x] = (row[x] ?? 0) ^ 1;
  };
  return {
    // Whatever scale is asked for: one unit of drawing is one module.
    scale: () => [1, 1],
    init(width, height) {
      edges = Array.from({ length: height }, () => new Uint8Array(width + 1));
    },
    // A bar of a linear symbology. `x` is its middle, rounded up; both ends belong to it.
    line(x, y0, _x1, y1, width) {
      const left = x - Math.ceil(width / 2);
      toggle(left, Math.min(y0, y1), Math.max(y0, y1) + 1);
      toggle(left + width, Math.min(y0, y1), Math.max(y0, y1) + 1);
    },
    polygon(corners) {
      corners.forEach(([x, y], index) => {
        const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
        if (x === nextX) toggle(x, y, nextY);
      });
    },
    fill: () => {},
    end: () => edges.map(rowOfEdges),
    measure: notOfModules,
    text: notOfModules,
    hexagon: notOfModules,
    ellipse: notOfModules,
  };
}

function rowOfEdges(edges: Uint8Array): string {
  let dark = 0;
  let row = "";
  for (const edge of edges.subarray(0, -1)) {
    dark ^= edge;
    row += dark;
  }
  return row;
}

function notOfModules(): never {
  throw new Error("expected square modules, found text, a hexagon or an ellipse");
}
