import type { Bot } from "grammy";
import { describeError } from "../transport/describe-error.js";

const longPollSeconds = 30;
const pauseMs = 1000;

/** Asks for messages until it is told to stop; what could not be answered is asked for again. */
export async function poll(bot: Bot, signal: AbortSignal): Promise<void> {
  let offset = 0;
  while (!signal.aborted)
    try {
      const updates = await bot.api.getUpdates({ offset, timeout: longPollSeconds });
      await Promise.all(updates.map((update) => bot.handleUpdate(update)));
      offset = Math.max(offset, ...updates.map(({ update_id }) => update_id + 1));
    } catch (error) {
      console.error(describeError(error));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
}
