import { type ChannelLimits, type Chat, fitChoices, type IncomingMessage, type Reply } from "giliran";
import { Bot, type Context, GrammyError, InlineKeyboard, InputFile } from "grammy";
import { type AnsweringSettings, createAnswering, UndeliverableError } from "../transport/answering.js";
import { download } from "../transport/call-api.js";
import { sayCode } from "../transport/say-code.js";

export interface TelegramSettings extends Pick<AnsweringSettings, "pausesMs"> {
  readonly chat: Chat;
  readonly token: string;
  /** Default Telegram's own. */
  readonly apiRoot?: string;
  /** Telegram does not say when a button was tapped. Default `Date.now`. */
  readonly now?: () => number;
}

interface TelegramMessage extends IncomingMessage {
  readonly picture?: { readonly file_id: string };
}

/** A button's data has 64 bytes at most; the caption of a picture 1024 characters. */
const limits: ChannelLimits = { buttons: 30, buttonBytes: 64, textLength: 1024 };

/** A bot for private chats, to be run by `poll` or as a webhook. */
export function createTelegram({
  token,
  apiRoot = "https://api.telegram.org",
  now = Date.now,
  ...settings
}: TelegramSettings): Bot {
  const bot = new Bot(token, { client: { apiRoot } });
  const answer = createAnswering<TelegramMessage>({
    ...settings,
    send: (reply) => send(bot, reply),
    complete: (message) =>
      sayCode(message, message.picture && (() => downloadPicture(message.picture?.file_id))),
  });

  async function downloadPicture(fileId = ""): Promise<Uint8Array> {
    const { file_path } = await bot.api.getFile(fileId);
    return download(`${apiRoot}/file/bot${token}/${file_path}`);
  }

  const common = ({ update, from }: Context) => ({
    channel: "telegram",
    id: `${update.update_id}`,
    sender: `${from?.id}`,
  });
  const people = bot.chatType("private");
  people.on("message", (context) => {
    const { text, caption, photo, document, reply_to_message: quotes, date } = context.msg;
    const picture = photo?.at(-1); // the largest
    const quoted = quotes?.text ?? quotes?.caption;
    return answer({
      ...common(context),
      text: text ?? caption ?? "",
      at: date * 1000,
      media: [picture, document].filter((one) => one !== undefined),
      ...(picture !== undefined && { picture }),
      ...(quoted !== undefined && { quoted }),
    });
  });
  people.on("callback_query:data", async (context) => {
    await answer({ ...common(context), text: context.callbackQuery.data, at: now() });
    await context.answerCallbackQuery().catch(() => undefined); // it only ends the button's animation
  });
  return bot;
}

/** A photo with the text below it; where Telegram refuses the photo, the text alone. */
async function send({ api }: Bot, reply: Reply): Promise<void> {
  const { text, buttons } = fitChoices(reply, limits);
  const inline_keyboard = buttons.map((button) => [InlineKeyboard.text(button.label, button.text)]);
  const more = buttons.length > 0 ? { reply_markup: { inline_keyboard } } : {};
  const { to, image } = reply;
  if (image !== undefined) {
    const photo = api.sendPhoto(to, new InputFile(image.data, image.name), { caption: text, ...more });
    const refusal = await photo.catch(refusalOf);
    if (!(refusal instanceof GrammyError)) return;
  }
  const refusal = await api.sendMessage(to, text, more).catch(refusalOf);
  if (refusal instanceof GrammyError)
    throw new UndeliverableError(`Telegram answered ${refusal.error_code}.`);
}

/** What no further try will help against; anything else is thrown. */
function refusalOf(error: unknown): GrammyError {
  if (error instanceof GrammyError && !(error.error_code >= 429)) return error;
  throw error;
}
