import { bookingCodes, defineMessageFormat, field, type MessageFormat } from "giliran";
import * as z from "zod";

export const passport: MessageFormat = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() },
  { codes: bookingCodes },
);

export const visa: MessageFormat = defineMessageFormat(
  "VISA#name#identity#purpose#nights#arrivalDate#address?",
  {
    name: field.personName(),
    identity: field.digits({
      length: 16,
      labels: ["NIK"],
      schema: z.string().startsWith("31", "an identity number of Jakarta"),
    }),
    purpose: field.choice({ visit: ["kunjungan", "wisata"], work: ["kerja", "bekerja"] }),
    nights: field.integer({ least: 1, most: 60 }),
    arrivalDate: field.arrivalDate(),
    address: field.text({ labels: ["alamat"], most: 100 }),
  },
  { codes: bookingCodes, media: "required" },
);

export const family: MessageFormat = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() },
  { party: { most: 5, shared: ["arrivalDate"] } },
);
