import { defineMessageFormat, defineOffice, field, type MessageFormat, type Office } from "giliran";

const weekday = ["08:00-12:00", "13:00-15:00"];

/** The office as the press described it in July and August 2017: 384 places a day, be there 30 minutes early. */
export const jakartaPusat: Office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Kelas I Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: ["08:00-11:30", "13:30-15:00"] },
  slotMinutes: 30,
  capacity: 32,
  closures: { "2017-08-17": "Hari Kemerdekaan" },
  rules: {
    holdMinutes: 30,
    opensDaysBefore: 14,
    bookingsPerPerson: 1,
    bookingsPerSender: 5,
    arriveEarlyMinutes: 30,
  },
});

/** `#Nama#Tanggal Lahir#Tanggal Kedatangan` */
export const passportFormat: MessageFormat = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});
