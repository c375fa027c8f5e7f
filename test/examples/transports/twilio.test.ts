import { describeChannel } from "./converse.js";
import { openTwilio } from "./twilio-service.js";

const lacks = {
  buttons: "TwiML has none",
  quotes: "TwiML tells no ids of what was sent",
  redelivery: "the reply is the answer to the delivery",
};

describeChannel("a bot on WhatsApp through Twilio", {
  open: (chat) => openTwilio(chat, "whatsapp:"),
  lacks,
});

describeChannel("a bot on SMS through Twilio", {
  open: (chat) => openTwilio(chat, ""),
  lacks: { ...lacks, image: "SMS has text alone", pictures: "SMS has text alone" },
});
