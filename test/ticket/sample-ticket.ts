import type { Ticket } from "giliran";

/** Monday, 7 August 2017, half past eight in Jakarta. */
export const sampleTicket: Ticket = {
  code: "7HXW9TB6",
  queueNumber: "0830-03",
  officeId: "jakarta-pusat",
  officeName: "Kantor Imigrasi Jakarta Pusat",
  address: "Jl. Merpati Blok B12 No. 3, Kemayoran; Jakarta",
  timeZone: "Asia/Jakarta",
  date: "2017-08-07",
  window: "08:30",
  until: "09:00",
  start: Date.parse("2017-08-07T01:30:00Z"),
  end: Date.parse("2017-08-07T02:00:00Z"),
  arriveBy: Date.parse("2017-08-07T01:00:00Z"),
  admittedUntil: Date.parse("2017-08-07T02:30:00Z"),
  places: 1,
};
