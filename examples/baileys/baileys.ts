import {
  type BaileysEventMap,
  extractMessageContent,
  isJidGroup,
  isJidStatusBroadcast,
  type WAMessage,
  type WASocket,
} from "baileys";
import { type Chat, fitChoices, type IncomingMessage } from "giliran";
import { type AnsweringSettings, createAnswering } from "../transport/answering.js";

export interface BaileysSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
}

/** Ordinary accounts can't send buttons. */
const limits = { buttons: 0, textLength: 1024 };

/**
 * Answers what people write to the account of a socket, for `messages.upsert`; done when the replies are sent. Groups and
 * broadcasts are left alone.
 */
export function answerOn(
  socket: Pick<WASocket, "sendMessage">,
  settings: BaileysSettings,
): (event: BaileysEventMap["messages.upsert"]) => Promise<void> {
  const answer = createAnswering({
    ...settings,
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
      if (result.status === "rejected") console.error(`A message was not answered: ${result.reason}`);
  };
}

function read({ key, message, messageTimestamp }: WAMessage): readonly IncomingMessage[] {
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
