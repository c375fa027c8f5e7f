import type { Alternative } from "../allocation/alternatives.js";
import type { Booking, Details } from "../booking/booking.js";
import type { CancelOutcome, ConfirmOutcome, HoldOutcome } from "../booking/outcomes.js";
import type { Problem } from "../message/problem.js";
import { createTicket } from "../ticket/ticket.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";
import type { Choice, Reply } from "./reply.js";
import type { Place } from "./route.js";
import type { Say } from "./say.js";
import type { Sentences, StandingBooking } from "./words.js";

/** What a chat can answer to one message. */
export interface Answers {
  /** `party` is who asked, so that the same can be asked for other days. */
  readonly hold: (outcome: HoldOutcome, party?: readonly Details[]) => Promise<Reply>;
  /** The request is complete but for its office. */
  readonly whichOffice: (party: readonly Details[], date: string) => Reply;
  readonly confirm: (outcome: ConfirmOutcome) => Promise<Reply>;
  readonly cancel: (outcome: CancelOutcome) => Promise<Reply>;
  readonly status: (bookings: readonly StandingBooking[]) => Promise<Reply>;
  readonly whichToCancel: (bookings: readonly StandingBooking[]) => Reply;
  readonly noBooking: () => Reply;
  /** `alternatives` where the arrival date is among the problems. */
  readonly notUnderstood: (problems: readonly Problem[], alternatives: readonly Alternative[]) => Reply;
  readonly help: () => Reply;
}

const longestText = 1000;
const longestNames = 600;
const longestLabel = 20;
const longestFound = 40;
const mostListed = 4;
/** Room for the problems, beside an example and the days that are free. */
const longestProblems = 450;

/** `sentTo` is the office that messages go to which name none. */
export function createAnswers(
  context: ChatContext,
  to: string,
  { officeId, today }: Place,
  sentTo: string | undefined,
): Answers {
  const { words, requests, offices, barcode, fieldNames } = context;
  const say = context.say(officeId, today);
  const example = requests[0].format.example({ today });

  function reply(text: string, choices: readonly Choice[] = []): Reply {
    const kept = text.length > longestText ? cutLines(text, longestText) : text;
    return choices.length === 0 ? { to, text: kept } : { to, text: kept, choices };
  }

  async function withBarcode(answer: Reply, code: string): Promise<Reply> {
    return barcode === undefined ? answer : { ...answer, image: await barcode(code) };
  }

  const codeChoices = (bookings: readonly Booking[], command = ""): readonly Choice[] =>
    bookings
      .slice(0, mostListed)
      .flatMap(({ code }) => choice(say.code(code), `${command}${say.code(code)}`));
  const cancelChoices = (bookings: readonly Booking[]) => codeChoices(bookings, `${words.commands.cancel} `);

  /** The request for a date at an office, which is named only where the message would go elsewhere without it. */
  function ask(party: readonly Details[], date: string, office: string): string | undefined {
    const named = office === sentTo ? [undefined, office] : [office];
    return named.flatMap((name) => requests.flatMap(({ print }) => print(party, date, name) ?? [])).at(0);
  }

  const officeWord = (id: string): string | undefined =>
    requests.flatMap((request) => request.officeWord(id) ?? []).at(0);

  function alternativeChoices(alternatives: readonly Alternative[], party: readonly Details[]) {
    return alternatives.flatMap(({ officeId: office, date }) =>
      choice(
        office === officeId ? say.shortDate(date) : (officeWord(office) ?? office),
        ask(party, date, office),
      ),
    );
  }

  /** The same request again, where its day has not gone by. */
  function againChoices(booking: Booking): readonly Choice[] {
    if (booking.date < today) return [];
    const party = booking.people.map(({ details }) => details);
    return choice(words.again, ask(party, booking.date, booking.officeId));
  }

  function list(bookings: readonly StandingBooking[]): string {
    const listed = bookings.slice(0, mostListed).map((booking) => words.listed(booking, say));
    const more = bookings.length > mostListed ? [words.more(bookings.length - mostListed)] : [];
    return [...listed, ...more].join("\n\n");
  }

  function problemLine(problem: Problem): string {
    const request = requests.find(({ format }) => Object.hasOwn(format.readers, problem.field));
    const reader = request?.format.readers[problem.field];
    const key = request?.detailKey(problem.field) ?? problem.field;
    const isChecked = problem.code === "not-accepted";
    return words.problems[problem.code]({
      ...problem,
      name: clip(fieldNames.get(key) ?? reader?.labels[0] ?? problem.field, longestFound),
      found: clip(problem.found ?? "", longestFound),
      choices: (reader?.choices ?? []).map((value) => request?.officeWord(value) ?? value),
      limits: clip(isChecked ? problem.expected : (reader?.limits ?? ""), longestFound),
      mostPeople: Math.max(...requests.map(({ format }) => format.party?.most ?? 1)),
    });
  }

  /** As many as there is room for, and how many more there are. */
  function problemLines(problems: readonly Problem[]): readonly string[] {
    const all = problems.map(problemLine);
    let length = 0;
    const lines = all.filter((line) => {
      length += line.length;
      return length <= longestProblems;
    });
    return lines.length === all.length ? lines : [...lines, words.more(all.length - lines.length)];
  }

  const answers: Answers = {
    async hold(outcome, party = []) {
      const text = sentence<HoldOutcome>(words.hold, outcome, say);
      switch (outcome.kind) {
        case "held":
        case "already-held":
          return withBarcode(reply(text, codeChoices([outcome.booking])), outcome.booking.code);
        case "person-has-booking":
          return reply(text, outcome.booking ? cancelChoices([outcome.booking]) : []);
        default:
          return reply(
            text,
            "alternatives" in outcome ? alternativeChoices(outcome.alternatives, party) : [],
          );
      }
    },
    whichOffice(party, date) {
      const known = [...offices.keys()].flatMap((id) => {
        const name = officeWord(id);
        return name === undefined ? [] : [{ name, text: ask(party, date, id) }];
      });
      const names = clip(known.map(({ name }) => name).join(", "), longestNames);
      return reply(
        words.offices.which(names, known[0]?.text ?? example),
        known.flatMap(({ name, text }) => choice(name, text)),
      );
    },
    async confirm(outcome) {
      const text = sentence<ConfirmOutcome>(words.confirm, outcome, say);
      switch (outcome.kind) {
        case "confirmed":
        case "already-confirmed":
          return withBarcode(reply(text), outcome.booking.code);
        default:
          return reply(text, "booking" in outcome ? againChoices(outcome.booking) : []);
      }
    },
    async cancel(outcome) {
      return reply(sentence<CancelOutcome>(words.cancel, outcome, say));
    },
    async status(bookings) {
      const [booking] = bookings;
      if (booking === undefined) return answers.noBooking();
      if (bookings.length > 1) return reply(words.bookings(list(bookings)), codeChoices(bookings));
      if (booking.state === "held") return answers.hold({ kind: "already-held", booking });
      const office = offices.get(booking.officeId);
      if (office === undefined) return answers.noBooking();
      return answers.confirm({
        kind: "already-confirmed",
        booking,
        ticket: createTicket({ office, booking }),
      });
    },
    whichToCancel: (bookings) => reply(words.whichToCancel(list(bookings)), cancelChoices(bookings)),
    noBooking: () => reply(words.noBooking(example)),
    notUnderstood(problems, alternatives) {
      const lines = problemLines(problems);
      const isAboutCode = problems.every(({ field }) => field === "code");
      return reply(isAboutCode ? lines.join("\n") : words.notUnderstood(lines, example, alternatives, say));
    },
    help: () => reply(words.help(example, say)),
  };
  return answers;
}

function choice(label: string, text: string | undefined): readonly Choice[] {
  return text === undefined ? [] : [{ label: clip(label, longestLabel), text }];
}

/** To the person an unknown code and another sender's sound the same. */
function sentence<Outcome extends { readonly kind: string }>(
  sentences: Sentences<Outcome>,
  outcome: Outcome,
  say: Say,
): string {
  const kind = (outcome.kind === "other-sender" ? "unknown-code" : outcome.kind) as keyof typeof sentences;
  // TypeScript can't tie a member of the union to the sentence of its own kind; `Sentences` does.
  return (sentences[kind] as (outcome: Outcome, say: Say) => string)(outcome, say);
}

/** Whole lines, so that no code is cut in two. */
function cutLines(text: string, length: number): string {
  const kept = text.slice(0, length - 2);
  return `${kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0))}\n…`;
}
