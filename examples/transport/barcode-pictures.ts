import { bookingCodes } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { Hono } from "hono";

/** Pictures of codes by their file names, for services that fetch pictures instead of being sent them. */
export const barcodePictures: Hono = new Hono().get("/:name", async ({ req, body, notFound }) => {
  const reading = bookingCodes.read(req.param("name").replace(/\.png$/, ""));
  if (reading.kind !== "code") return notFound();
  const { data, mediaType } = await pngBarcode(reading.code);
  return body(new Uint8Array(data), 200, { "content-type": mediaType });
});
