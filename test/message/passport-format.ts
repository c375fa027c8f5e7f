import { field } from "../../src/message/field.js";
import { defineMessageFormat, type MessageFormat } from "../../src/message/message-format.js";
import { bookingCodes } from "../../src/ticket/booking-code.js";

/** `#Nama#Tanggal Lahir#Tanggal Kedatangan`, as the offices published it in 2017. */
export const passportFormat: MessageFormat = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() },
  { codes: bookingCodes },
);
