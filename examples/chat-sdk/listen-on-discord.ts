import { setTimeout as pause } from "node:timers/promises";
import type { DiscordAdapter } from "@chat-adapter/discord";

const dayMs = 86_400_000;
const pauseMs = 5000;

/** Discord tells of messages on a connection that the bot opens, and only there: each is passed on to the webhook. */
export async function listenOnDiscord(discord: DiscordAdapter, webhookUrl: string): Promise<never> {
  for (;;) {
    const tasks: Promise<unknown>[] = [];
    await discord.startGatewayListener(
      { waitUntil: (task) => tasks.push(task) },
      dayMs,
      undefined,
      webhookUrl,
    );
    await Promise.all(tasks);
    await pause(pauseMs);
  }
}
