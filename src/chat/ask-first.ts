import { takesBack } from "../message/answers.js";
import type { ParsedPerson, UnderstoodMessage } from "../message/parsed-message.js";
import type { ChatContext } from "./chat-settings.js";
import type { CommandHandler } from "./command-handler.js";
import { isPick, partsOf, without } from "./doubtful.js";
import type { Goal } from "./draft.js";
import { listLive } from "./list-live.js";
import { pickBookings } from "./pick-booking.js";
import {
  asked,
  confirm,
  type ParsedCode,
  type ParsedRequest,
  type Reaction,
  type Scene,
  type Unsure,
  unchanged,
} from "./scene.js";

/** Asks before anything is done that may not be meant; `undefined` where no one message says it. */
export type AskFirst = (parsed: Unsure, scene: Scene) => Promise<Reaction | undefined>;

function isSameParty(one: readonly ParsedPerson[], other: readonly ParsedPerson[]): boolean {
  const valuesOf = (party: readonly ParsedPerson[]) => JSON.stringify(party.map(({ values }) => values));
  return valuesOf(one) === valuesOf(other);
}

export function createAskFirst(context: ChatContext, commandHandler: CommandHandler): AskFirst {
  const { desk, requests, route, words } = context;

  function askRequest(
    { format, people }: ParsedRequest,
    goal: Goal,
    parts: readonly string[],
    scene: Scene,
  ): Reaction | undefined {
    const fields = requests.find((request) => request.format === format) ?? requests[0];
    const [first] = people;
    if (first === undefined) return undefined;
    const stated = fields.office(first.values);
    const { replies, where } = stated === undefined ? scene : scene.at(stated);
    const party = people.map(({ values }) => fields.details(values));
    const date = fields.date(first.values);
    const time = first.evidence[fields.arrivalField]?.time;
    const asking = replies.question({ kind: goal, party, date, time, officeId: where.officeId }, parts);
    if (asking === undefined) return undefined;
    // A name that reads as something else again can't be said in one message.
    const { quoted: _, ...unquoted } = scene.message;
    const { parsed } = route.read({ ...unquoted, text: asking.yes });
    const isSame =
      goal === "wait"
        ? parsed.kind === "command"
        : parsed.kind === "request" && isSameParty(parsed.people, people);
    return isSame ? asked(asking, scene) : undefined;
  }

  async function askConfirm({ code }: ParsedCode, { doubts }: Unsure, scene: Scene): Promise<Reaction> {
    const { booking, scene: there } = await commandHandler.findOwn(code, scene);
    if (booking?.state !== "held")
      return commandHandler.obey({ kind: "command", command: "status", code, rest: "" }, scene);
    const said = partsOf(doubts).join(" ");
    const fits = doubts.every(isPick) && pickBookings(context, said, [booking], there.where)?.length === 1;
    if (!fits) return asked(there.replies.question({ kind: "confirm", booking }, partsOf(doubts)), scene);
    return confirm(desk, code, scene, there);
  }

  async function ask(meant: UnderstoodMessage, parsed: Unsure, scene: Scene): Promise<Reaction | undefined> {
    const { doubts } = parsed;
    switch (meant.kind) {
      case "request":
        return askRequest(meant, "hold", partsOf(doubts), scene);
      case "code":
        return askConfirm(meant, parsed, scene);
      case "command": {
        const { command } = meant;
        switch (command) {
          case "cancel":
          case "extend":
          case "reschedule":
            return commandHandler.obeyOrAsk({ ...meant, command }, scene, doubts);
          case "wait": {
            const { quoted: _, ...unquoted } = scene.message;
            const behind = route.read({ ...unquoted, text: without(meant.rest, doubts) }).parsed;
            return behind.kind === "request" ? askRequest(behind, "wait", partsOf(doubts), scene) : undefined;
          }
          default:
            return commandHandler.obey(meant, scene);
        }
      }
      default:
        return meant satisfies never;
    }
  }

  return async (parsed, scene) => {
    const { meant, doubts } = parsed;
    // "Forget it, cancel" may well want to cancel.
    const mayMeanIt = meant.kind === "command" && meant.command === "cancel";
    const isTakenBack = doubts.every(
      ({ text, why }) => takesBack(text, words.languages) && (why === "negated" || !mayMeanIt),
    );
    if (!isTakenBack) return ask(meant, parsed, scene);
    return unchanged(scene.replies.nothingDone(await listLive(context, scene.caller.sender)), "dropped");
  };
}
