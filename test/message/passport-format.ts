import { bookingCodes, defineMessageFormat, field, type MessageFormat } from "giliran";

/** `#Nama#Tanggal Lahir#Tanggal Kedatangan`, as the offices published it in 2017. */
export const passportFormat: MessageFormat = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() },
  { codes: bookingCodes },
);
