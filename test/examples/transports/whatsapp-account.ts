/** What the bot and the service agree on. */
export const whatsAppAccount: Readonly<Record<"appSecret" | "accessToken" | "verifyToken", string>> = {
  appSecret: "the secret of the app",
  accessToken: "the token",
  verifyToken: "the verify token",
};
