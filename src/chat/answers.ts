import type { Alternative } from "../allocation/alternatives.js";
import type { Booking } from "../booking/booking.js";
import type { CancelOutcome, ConfirmOutcome, HoldOutcome } from "../booking/outcomes.js";
import type { Problem } from "../message/problem.js";
import { createTicket } from "../ticket/ticket.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";
import type { Choice, Reply } from "./reply.js";
import type { Say } from "./say.js";
import type { LiveBooking, Sentences } from "./words.js";

/** What a chat can answer to one message. */
export interface Answers {
  /** `ask` prints the request for another date. */
  readonly hold: (outcome: HoldOutcome, ask?: (date: string) => string | undefined) => Promise<Reply>;
  readonly confirm: (outcome: ConfirmOutcome) => Promise<Reply>;
  readonly cancel: (outcome: CancelOutcome) => Promise<Reply>;
  readonly status: (bookings: readonly LiveBooking[]) => Promise<Reply>;
  readonly whichToCancel: (bookings: readonly LiveBooking[]) => Reply;
  readonly noBooking: () => Reply;
  readonly notUnderstood: (problems: readonly Problem[]) => Reply;
  readonly help: () => Reply;
}

const longestText = 1000;
const longestLabel = 20;
const longestFound = 40;
const mostListed = 4;
const mostProblems = 5;

export function createAnswers(context: ChatContext, to: string, officeId: string, today: string): Answers {
  const { words, requests, offices, barcode, fieldNames } = context;
  const say = context.say(officeId, today);
  const example = requests[0].format.example({ today });

  function reply(text: string, choices: readonly Choice[] = []): Reply {
    const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
    return choices.length === 0 ? { to, text: short } : { to, text: short, choices };
  }

  async function withBarcode(answer: Reply, code: string): Promise<Reply> {
    return barcode === undefined ? answer : { ...answer, image: await barcode(code) };
  }

  const codeChoice = ({ code }: Booking): Choice => ({ label: say.code(code), text: say.code(code) });
  const cancelChoice = ({ code }: Booking): Choice => ({
    label: say.code(code),
    text: `${words.commands.cancel} ${say.code(code)}`,
  });

  function dateChoices(alternatives: readonly Alternative[], ask: (date: string) => string | undefined) {
    // The message goes to this office again, so that it can't ask for a place at another.
    return alternatives
      .filter((alternative) => alternative.officeId === officeId)
      .flatMap(({ date }) => choice(say.shortDate(date), ask(date)));
  }

  /** The same request again, where its day has not gone by. */
  function againChoices(booking: Booking): readonly Choice[] {
    if (booking.date < today) return [];
    const party = booking.people.map(({ details }) => details);
    const texts = requests.flatMap(({ print }) => print(party, booking.date) ?? []);
    return choice(words.again, texts[0]);
  }

  function list(bookings: readonly LiveBooking[]): string {
    const listed = bookings.slice(0, mostListed).map((booking) => words.listed(booking, say));
    const more = bookings.length > mostListed ? [words.more(bookings.length - mostListed)] : [];
    return [...listed, ...more].join("\n\n");
  }

  function problemLine(problem: Problem): string {
    const { field } = problem;
    const request = requests.find(({ format }) => format.fields.some(({ name }) => name === field));
    const key = request?.detailKey(field) ?? field;
    const choices = request?.format.fields.find(({ name }) => name === field)?.choices ?? [];
    const found = clip(problem.found ?? "", longestFound);
    return words.problems[problem.code]({ ...problem, name: fieldNames[key] ?? field, found, choices });
  }

  const answers: Answers = {
    async hold(outcome, ask = () => undefined) {
      const text = sentence<HoldOutcome>(words.hold, outcome, say);
      switch (outcome.kind) {
        case "held":
        case "already-held":
          return withBarcode(reply(text, [codeChoice(outcome.booking)]), outcome.booking.code);
        case "person-has-booking":
          return reply(text, outcome.booking ? [cancelChoice(outcome.booking)] : []);
        default:
          return reply(text, "alternatives" in outcome ? dateChoices(outcome.alternatives, ask) : []);
      }
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
      if (bookings.length > 1)
        return reply(words.bookings(list(bookings)), bookings.slice(0, mostListed).map(codeChoice));
      if (booking.state === "held") return answers.hold({ kind: "already-held", booking });
      const office = offices.get(booking.officeId);
      if (office === undefined) return answers.noBooking();
      return answers.confirm({
        kind: "already-confirmed",
        booking,
        ticket: createTicket({ office, booking }),
      });
    },
    whichToCancel: (bookings) =>
      reply(words.whichToCancel(list(bookings)), bookings.slice(0, mostListed).map(cancelChoice)),
    noBooking: () => reply(words.noBooking(example)),
    notUnderstood(problems) {
      const lines = problems.slice(0, mostProblems).map(problemLine);
      const isAboutCode = problems.every(({ field }) => field === "code");
      return reply(isAboutCode ? lines.join("\n") : words.notUnderstood(lines, example));
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
