import { type Chat, createChat, createDesk, type Desk, indonesian } from "giliran";
import { pngBarcode } from "giliran/barcode";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";
import { jakartaPusat, passportFormat } from "./jakarta-pusat.js";

/** Nobody else uses the demo's file; a real bot reads its secret from the environment. */
const secret = "the secret of the demo";

/** All that a bot needs: a desk with an office and a store, and a chat with a format and words. */
export function openChat(database: SqliteDatabase, now: () => number): { desk: Desk; chat: Chat } {
  const desk = createDesk({ offices: [jakartaPusat], store: sqliteStore({ database }), secret, now });
  const chat = createChat({ desk, format: passportFormat, words: indonesian, barcode: pngBarcode });
  return { desk, chat };
}
