import { createDiscordAdapter } from "@chat-adapter/discord";
import { createSlackAdapter } from "@chat-adapter/slack";
import { createTeamsAdapter } from "@chat-adapter/teams";
import { ConsoleLogger } from "chat";
import { openBotChat, portOfBot, serveBot } from "../transport/serve-bot.js";
import { createChatSdk } from "./chat-sdk.js";
import { listenOnDiscord } from "./listen-on-discord.js";

/** The adapters read their settings from the environment: those that have some are started. */
const { SLACK_BOT_TOKEN, TEAMS_APP_ID, DISCORD_BOT_TOKEN } = process.env;
const logger = new ConsoleLogger("warn"); // below that the kit prints what people write
const discord = DISCORD_BOT_TOKEN ? createDiscordAdapter({ logger }) : undefined;
const adapters = {
  ...(SLACK_BOT_TOKEN && { slack: createSlackAdapter({ logger }) }),
  ...(TEAMS_APP_ID && { teams: createTeamsAdapter({ logger }) }),
  ...(discord && { discord }),
};
if (Object.keys(adapters).length === 0)
  throw new Error("Set SLACK_BOT_TOKEN, TEAMS_APP_ID or DISCORD_BOT_TOKEN.");
const { app, initialize } = createChatSdk({ chat: openBotChat(), adapters });
serveBot(app);
await initialize();
if (discord) await listenOnDiscord(discord, `http://localhost:${portOfBot}/webhook/discord`);
