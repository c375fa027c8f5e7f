export { parseMessage } from "../../src/message/parse-message.js";
export { passportFormat } from "./passport-format.js";
