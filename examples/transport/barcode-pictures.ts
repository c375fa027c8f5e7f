import { createHmac } from "node:crypto";
import { bookingCodes } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { Hono } from "hono";
import { isSame } from "./bot-app.js";

export interface BarcodePictures {
  readonly app: Hono;
  /** Where the picture of a name is, below where the app is served. */
  readonly pathOf: (name: string) => string;
}

/**
 * Pictures of codes by their file names, for services that fetch pictures instead of being sent them. Only addresses
 * that were given out are answered, or anybody could have pictures made.
 */
export function createBarcodePictures(secret: string): BarcodePictures {
  const proofOf = (name: string) =>
    createHmac("sha256", secret).update(`barcode ${name}`).digest("base64url").slice(0, 22);
  return {
    pathOf: (name) => `/${name}?proof=${proofOf(name)}`,
    app: new Hono().get("/:name", async ({ req, body, notFound }) => {
      const name = req.param("name");
      if (!isSame(req.query("proof") ?? "", proofOf(name))) return notFound();
      const reading = bookingCodes.read(name.replace(/\.png$/, ""));
      if (reading.kind !== "code") return notFound();
      const { data, mediaType } = await pngBarcode(reading.code);
      return body(new Uint8Array(data), 200, { "content-type": mediaType });
    }),
  };
}
