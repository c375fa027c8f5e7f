import makeWASocket, { DisconnectReason, useMultiFileAuthState } from "baileys";
import { encodeBarcode, renderText } from "giliran/barcode";
import { openBotChat } from "../transport/serve-bot.js";
import { answerOn } from "./baileys.js";

const pauseMs = 2000;
const chat = openBotChat();
const { state, saveCreds } = await useMultiFileAuthState(".baileys");

/** Shows the code to be scanned by the phone, and connects again where the connection ends. */
function connect(): void {
  const socket = makeWASocket({ auth: state });
  socket.ev.on("creds.update", saveCreds);
  socket.ev.on("connection.update", ({ qr, connection, lastDisconnect }) => {
    if (qr !== undefined) console.log(renderText(encodeBarcode(qr)));
    const error = lastDisconnect?.error;
    const status = error && "output" in error ? error.output.statusCode : undefined;
    if (connection === "close" && status !== DisconnectReason.loggedOut) setTimeout(connect, pauseMs);
  });
  socket.ev.on("messages.upsert", answerOn(socket, { chat }));
}
connect();
