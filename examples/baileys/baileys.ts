import {
  type BaileysEventMap,
  downloadMediaMessage,
  extractMessageContent,
  isJidGroup,
  isJidStatusBroadcast,
  type WAMessage,
  type WASocket,
} from "baileys";
import { type Chat, fitChoices, type IncomingMessage } from "giliran";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";
import { readBounded } from "../transport/call-api.js";
import { describeError } from "../transport/describe-error.js";
import { sayCode } from "../transport/say-code.js";

export interface BaileysSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
}

interface BaileysMessage extends IncomingMessage {
  readonly media: readonly object[];
  readonly original: WAMessage;
}

/** WhatsApp shows no buttons of ordinary accounts. */
const limits = { buttons: 0, textLength: 1024 };

/**
 * Answers what people write to the account of a socket, for `messages.upsert`; done when the replies are sent. Groups and
 * broadcasts are left alone.
 */
export function answerOn(
  socket: Pick<WASocket, "sendMessage">,
  settings: BaileysSettings,
): (event: BaileysEventMap["messages.upsert"]) => Promise<void> {
  const answer = createAnswering<BaileysMessage>({
    ...settings,
    complete: (message) => sayCode(message, message.media.length > 0 ? () => download(message) : undefined),
    async send(reply) {
      const { text } = fitChoices(reply, limits);
      const { image } = reply;
      const content = image ? { image: Buffer.from(image.data), caption: text } : { text };
      await socket.sendMessage(reply.to, content);
    },
  });
  return async ({ messages, type }) => {
    if (type !== "notify") return; // the others are history
    const answers = messages.flatMap(read).map(answer);
    for (const result of await Promise.allSettled(answers))
      if (result.status === "rejected")
        console.error(`A message was not answered: ${describeError(result.reason)}`);
  };
}

async function download({ original }: BaileysMessage): Promise<Uint8Array> {
  return readBounded(await downloadMediaMessage(original, "stream", {}));
}

function read(original: WAMessage): readonly BaileysMessage[] {
  const { key, message, messageTimestamp } = original;
  const { id, remoteJid: sender, fromMe } = key;
  if (!id || !sender || fromMe || isJidGroup(sender) || isJidStatusBroadcast(sender)) return [];
  const content = extractMessageContent(message);
  if (!content || content.protocolMessage || content.reactionMessage) return [];
  const { imageMessage, documentMessage, extendedTextMessage } = content;
  const quoted = textOf(extendedTextMessage?.contextInfo?.quotedMessage);
  return [
    {
      channel: "whatsapp",
      id,
      sender,
      text: textOf(content) ?? "",
      media: [imageMessage, documentMessage].flatMap((one) => one ?? []),
      at: Number(messageTimestamp) * 1000,
      original,
      ...(quoted !== undefined && { quoted }),
    },
  ];
}

function textOf(message: WAMessage["message"]): string | undefined {
  const { conversation, extendedTextMessage, imageMessage, documentMessage } =
    extractMessageContent(message) ?? {};
  return (
    conversation ??
    extendedTextMessage?.text ??
    imageMessage?.caption ??
    documentMessage?.caption ??
    undefined
  );
}
