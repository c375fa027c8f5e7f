import type { LiveBooking } from "../booking/booking.js";
import type { ChatContext } from "./chat-settings.js";
import type { DescribeProblems } from "./describe-problems.js";
import { timeOf } from "./draft.js";
import { listLive } from "./list-live.js";
import { readDay } from "./read-day.js";
import type { RequestHandler } from "./request-handler.js";
import { type Reaction, type Scene, unchanged } from "./scene.js";

const isWord = /[\p{L}\p{N}]/u;

/** What is done with a command to wait; `show` tells what a booking is now. */
export function createWaitCommand(
  context: ChatContext,
  requestHandler: RequestHandler,
  describe: DescribeProblems,
  show: (booking: LiveBooking, scene: Scene) => Promise<Reaction>,
): (rest: string, scene: Scene) => Promise<Reaction> {
  const { route } = context;

  /** By the date at the scene's office: "besok" is another day in another zone. */
  function dateIn(text: string, { where }: Scene): string | undefined {
    const reading = readDay(context, text, where);
    return reading.kind === "date" ? reading.date : undefined;
  }

  /** The request behind the command, or what is understood of it. */
  async function wait(rest: string, scene: Scene): Promise<Reaction> {
    const { message, replies } = scene;
    const { quoted: _, ...unquoted } = message;
    const { parsed } = route.read({ ...unquoted, text: rest });
    if (parsed.kind === "request") return requestHandler.wait(parsed, scene);
    const isDated = dateIn(rest, scene) !== undefined;
    const reaction = isDated || !isWord.test(rest) ? await waitOn(rest, scene) : undefined;
    if (reaction !== undefined) return reaction;
    const draft = isWord.test(rest) ? undefined : (await scene.recall()).draft;
    if (draft?.kind === "request")
      return unchanged(replies.nearlyUnderstood([], draft.wrong, [], []), { ...draft, goal: "wait" });
    const isNearly = parsed.kind === "not-understood" && parsed.nearly !== undefined;
    return isNearly ? describe(parsed, "wait", scene) : unchanged(replies.howToWait());
  }

  /** Who waits is the party of the draft or of the only booking; without a date, for the day that was full. */
  async function waitOn(rest: string, scene: Scene): Promise<Reaction | undefined> {
    const date = dateIn(rest, scene);
    const { draft } = await scene.recall();
    const drafted = requestHandler.ofDraft(draft, { date }, scene);
    if (drafted !== undefined) return requestHandler.wait(drafted, scene, timeOf(draft));
    const live = await listLive(context, scene.caller.sender);
    if (draft?.kind === "move" && draft.full !== undefined && date === undefined) {
      const moved = live.find(({ code }) => code === draft.code);
      if (moved !== undefined) return requestHandler.waitAgain(moved, draft.full, scene);
    }
    const [only, ...others] = live.filter(({ state }) => (state === "waiting") === (date === undefined));
    if (only === undefined || others.length > 0) return undefined;
    const there = dateIn(rest, scene.at(only.officeId));
    return there === undefined ? show(only, scene) : requestHandler.waitAgain(only, there, scene);
  }

  return wait;
}
