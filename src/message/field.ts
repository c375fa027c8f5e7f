import { choice } from "./fields/choice.js";
import { arrivalDate, birthDate, date } from "./fields/date-fields.js";
import { digits } from "./fields/digits.js";
import { integer } from "./fields/integer.js";
import { office } from "./fields/office.js";
import { personName } from "./fields/person-name.js";
import { text } from "./fields/text.js";

/** What a format's fields can be. */
export const field: {
  readonly personName: typeof personName;
  readonly birthDate: typeof birthDate;
  readonly arrivalDate: typeof arrivalDate;
  readonly date: typeof date;
  readonly text: typeof text;
  readonly digits: typeof digits;
  readonly choice: typeof choice;
  readonly office: typeof office;
  readonly integer: typeof integer;
} = /* @__PURE__ */ Object.freeze({
  personName,
  birthDate,
  arrivalDate,
  date,
  text,
  digits,
  choice,
  office,
  integer,
});
