import { serve } from "@hono/node-server";
import type { Chat } from "giliran";
import type { Hono } from "hono";
import Database from "libsql";
import { openChat } from "../demo/open-chat.js";

/** The bot of every example: the office of the demo, with its bookings in `bookings.db`. */
export function openBotChat(): Chat {
  return openChat(new Database("bookings.db"), Date.now).chat;
}

/** From the environment. */
export const portOfBot: number = Number(process.env.PORT ?? 3000);

/** Who sends a request too slowly is cut off. */
export const requestTimes = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
} as const;

/** Where the example takes what is sent to it. */
export function serveBot(app: Hono): void {
  serve({ fetch: app.fetch, port: portOfBot, serverOptions: requestTimes }, ({ port }) =>
    console.log(`Listening on http://localhost:${port}`),
  );
}

/** A setting from the environment. */
export function readSetting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`Set the environment variable ${name}.`);
  return value;
}
