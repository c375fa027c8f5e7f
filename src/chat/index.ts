export { InvalidConfigError } from "../errors.js";
export { english } from "../languages/english/english.js";
export { indonesian } from "../languages/indonesian/indonesian.js";
export { type Chat, createChat } from "./chat.js";
export type { ChatSettings } from "./chat-settings.js";
export type { BookingCommand } from "./command-words.js";
export type { Deadline } from "./deadline.js";
export { type ChannelLimits, type FittedReply, fitChoices } from "./fit-choices.js";
export type { OfficeSentences } from "./office-sentences.js";
export type { About, Choice, Reply, ReplyImage } from "./reply.js";
export type { IncomingMessage } from "./route.js";
export type { PluralForms, Say } from "./say.js";
export type { NoticeReply, NoticeTemplate } from "./tell-notice.js";
export type {
  AvailabilityWords,
  ButtonWords,
  DayRoom,
  FieldProblem,
  NoticeWords,
  OfficeWords,
  Sentences,
  SlotRoom,
  Words,
} from "./words.js";
