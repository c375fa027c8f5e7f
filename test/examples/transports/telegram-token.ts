/** What the bot and the service agree on. */
export const telegramToken: string = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
