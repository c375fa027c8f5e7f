import {
  type BookingStore,
  type Chat,
  type ChatSettings,
  createChat,
  createDesk,
  type Desk,
  defineMessageFormat,
  defineOffice,
  field,
  type IncomingMessage,
  type MessageFormat,
  type Office,
  type Reply,
  type Words,
} from "giliran";
import { pngBarcode } from "giliran/barcode";
import { seededBytes } from "../../src/testing/seeded-bytes.js";

/** Two windows a day with one place each, so that a day is soon full. */
export const smallOffice: Office = defineOffice({
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  address: "Jalan Merpati Blok B12 No. 3, Kemayoran",
  timeZone: "Asia/Jakarta",
  hours: {
    mon: ["08:00-10:00"],
    tue: ["08:00-10:00"],
    wed: ["08:00-10:00"],
    thu: ["08:00-10:00"],
    fri: ["08:00-10:00"],
  },
  slotMinutes: 60,
  capacity: 1,
  closures: { "2017-08-17": "Hari Kemerdekaan" },
  rules: { arriveEarlyMinutes: 30, bookingsPerSender: 3, quietHours: "22:00-05:00" },
});

export const passportFormat: MessageFormat = defineMessageFormat("#name#birthDate#arrivalDate", {
  name: field.personName(),
  birthDate: field.birthDate(),
  arrivalDate: field.arrivalDate(),
});

export interface Stage {
  readonly words: Words;
  /** The store as a process finds it that starts now. */
  readonly openStore: () => BookingStore | Promise<BookingStore>;
  /** Default one small office. */
  readonly offices?: readonly Office[];
  readonly settings?: Pick<ChatSettings, "office"> & Partial<Pick<ChatSettings, "format">>;
}

/**
 * Plays a transcript and gives it back with the replies that there were. Its lines:
 * `= 2017-08-08 09:00 ani` sets time and sender, `= again` delivers the last message a second time, `= restart`
 * is a new process; `= to north` is the address that is written to from here on; `= quoting ani` makes the next
 * message quote the last reply to ani, `= with a picture` brings one with it; `= notices` sends what is due;
 * `= rules {…}` and `= closed 2017-08-10 move` (or `cancel`) are a new config; `> ` is a message, `>` an empty one, `| ` one more line of it; `< ` is
 * what is answered; `# ` is a remark. In a message `{ani}` stands for the code that ani got last.
 */
export async function playTranscript(
  transcript: string,
  { words, openStore, offices = [smallOffice], settings = {} }: Stage,
): Promise<string> {
  const randomBytes = seededBytes(2017);
  let now = 0;
  let sender = "";
  let messages = 0;
  const codes = new Map<string, string>();
  const said = new Map<string, string>();
  let address: { to?: string } = {};
  let quotation: { quoted?: string } = {};
  let last: IncomingMessage | undefined;
  let pictures: { media?: readonly unknown[] } = {};
  let known = offices;
  let { desk, chat } = await open();

  async function open(): Promise<{ desk: Desk; chat: Chat }> {
    const secret = "the secret of the transcripts";
    const desk = createDesk({
      offices: known,
      store: await openStore(),
      secret,
      now: () => now,
      randomBytes,
    });
    return {
      desk,
      chat: createChat({ desk, format: passportFormat, words, barcode: pngBarcode, ...settings }),
    };
  }

  async function restart(): Promise<void> {
    ({ desk, chat } = await open());
  }

  /** As `docs/conversation.md` shows it. */
  async function sendNotices(): Promise<string> {
    await desk.sweep();
    const printed: string[] = [];
    for (const notice of await desk.dueNotices()) {
      const reply = await chat.tell(notice);
      if (reply !== undefined) printed.push(hear(reply));
      await desk.markSent([notice.id]);
    }
    return printed.join("\n");
  }

  function hear(reply: Reply): string {
    said.set(reply.to, reply.text);
    codes.set(reply.to, /^\w{4}-\w{4}$/m.exec(reply.text)?.[0] ?? codes.get(reply.to) ?? "");
    return printReply(reply);
  }

  /** The office's config is another one from here on; bookings that no longer fit are moved or cancelled. */
  async function reconfigure(line: string): Promise<boolean> {
    const [, rules] = /^= rules (.+)$/.exec(line) ?? [];
    const [, closed, then] = /^= closed (\S+) (move|cancel)$/.exec(line) ?? [];
    if (rules === undefined && closed === undefined) return false;
    known = known.map((office) =>
      defineOffice({
        ...office,
        closures: closed === undefined ? office.closures : { ...office.closures, [closed]: "Inventaris" },
        rules: { ...office.rules, ...JSON.parse(rules ?? "{}") },
      }),
    );
    await restart();
    if (closed !== undefined)
      for (const { id: officeId } of known)
        await desk.resolveConflicts({
          officeId,
          date: closed,
          move: then === "move" ? "nearest-day" : "nowhere",
          otherwise: "cancel",
        });
    return true;
  }

  async function deliver(message: IncomingMessage): Promise<string> {
    last = message;
    const replies = await chat.receive(message);
    return replies.length === 0 ? "< (nothing)" : replies.map(hear).join("\n");
  }

  function readContext(line: string): boolean {
    const [, way, named = ""] = /^= (to|quoting) (\w+)$/.exec(line) ?? [];
    if (way === "to") address = { to: named };
    if (line === "= with a picture") pictures = { media: ["photo.jpg"] };
    if (way === "quoting") quotation = { quoted: said.get(named) ?? "" };
    return way !== undefined || line === "= with a picture";
  }

  async function direct(line: string): Promise<string> {
    if (line === "= again" && last !== undefined) return `${line}\n${await deliver(last)}`;
    if (line === "= restart") await restart();
    if (line === "= notices") return `${line}\n${await sendNotices()}`.trimEnd();
    if (readContext(line) || (await reconfigure(line))) return line;
    const [, date, time, who] = /^= (\d{4}-\d\d-\d\d) (\d\d:\d\d) (\w+)$/.exec(line) ?? [];
    if (date === undefined && line !== "= restart") throw new Error(`Not a line of a transcript: ${line}`);
    if (date !== undefined) now = Date.parse(`${date}T${time}+07:00`);
    if (who !== undefined) sender = who;
    return line;
  }

  async function send(text: string): Promise<string> {
    messages++;
    const filled = text.replace(/\{(\w+)\}/g, (_, who: string) => codes.get(who) ?? "");
    const context = { ...address, ...quotation, ...pictures };
    quotation = {};
    pictures = {};
    const message = { channel: "test", id: `m${messages}`, sender, text: filled, at: now, ...context };
    const replies = await deliver(message);
    return `${`> ${text.replaceAll("\n", "\n| ")}`.trimEnd()}\n${replies}`;
  }

  const played: string[] = [];
  const lines = transcript.split("\n").filter((line) => !line.startsWith("<"));
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("= ")) played.push(await direct(line));
    else if (line.startsWith(">")) {
      const end = lines.findIndex((later, at) => at > index && !later.startsWith("| "));
      const rest = lines.slice(index + 1, end === -1 ? undefined : end);
      played.push(await send([line, ...rest].map((part) => part.slice(2)).join("\n")));
    } else if (!line.startsWith("| ")) played.push(line);
  }
  return played.join("\n");
}

/** Text, picture and buttons, each line marked. */
function printReply({ to, text, image, choices = [] }: Reply): string {
  const picture = image === undefined ? [] : [`(${image.alt}, ${image.mediaType})`];
  const buttons = choices.map(({ label, text: sends }) => `[${label}] ${sends}`);
  return [`to ${to}`, ...text.split("\n"), ...picture, ...buttons]
    .map((line) => `< ${line}`.trimEnd())
    .join("\n");
}
