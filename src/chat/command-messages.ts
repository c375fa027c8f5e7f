import type { CommandName, Language } from "../message/language.js";

/** What a person sends for each command: `#batal`. Without what none of a chat's languages has. */
export type CommandMessages = Readonly<Partial<Record<CommandName, string>>>;

/** Each command by its first spelling in the first language that has it. */
export function commandMessages(languages: readonly Language[]): CommandMessages {
  const lists = languages.map(({ commands }) =>
    Object.entries(commands).map(([name, [spelling]]) => [name, `#${spelling}`] as const),
  );
  return Object.fromEntries(lists.reverse().flat());
}
