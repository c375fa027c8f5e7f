/** What stands in a chat window. */
export interface HistoryEntry {
  readonly id?: string;
  readonly from: string;
  readonly text: string;
}

/** Where a page shows a conversation: one at a time, as each takes a connection and the thread's time. */
export interface Follower {
  readonly show: (entry: HistoryEntry, index: number) => unknown;
  /** Another page follows now (`true`), or the conversation was forgotten. */
  readonly end: (isElsewhere: boolean) => void;
}

/** What was said by and to each sender, for pages that are opened again; a bot that restarts has forgotten it. */
export interface History {
  readonly has: (sender: string, id: string) => boolean;
  readonly add: (sender: string, entry: HistoryEntry) => void;
  /** The index of what was said last. */
  readonly last: (sender: string) => number;
  /** Tells what there is from an index on, and what comes, until the function that it gives is called. */
  readonly follow: (sender: string, from: number, follower: Follower) => () => void;
}

interface Conversation {
  readonly entries: HistoryEntry[];
  /** How many entries were forgotten before the first. */
  forgotten: number;
  bytes: number;
  follower?: Follower | undefined;
}

export interface HistoryLimits {
  readonly senders: number;
  /** Of each conversation, as JSON. */
  readonly bytes: number;
}

export function createHistory(
  { senders, bytes }: HistoryLimits = { senders: 1000, bytes: 200_000 },
): History {
  const conversations = new Map<string, Conversation>();

  function find(sender: string): Conversation {
    const known = conversations.get(sender);
    const conversation = known ?? { entries: [], forgotten: 0, bytes: 0 };
    conversations.delete(sender);
    conversations.set(sender, conversation);
    const [oldest] = conversations;
    if (conversations.size > senders && oldest !== undefined) {
      conversations.delete(oldest[0]);
      oldest[1].follower?.end(false);
    }
    return conversation;
  }

  return {
    has: (sender, id) => find(sender).entries.some((entry) => entry.id === id),
    add(sender, entry) {
      const conversation = find(sender);
      const { entries } = conversation;
      entries.push(entry);
      conversation.bytes += sizeOf(entry);
      conversation.follower?.show(entry, conversation.forgotten + entries.length - 1);
      while (conversation.bytes > bytes && entries.length > 1) {
        const first = entries.shift();
        conversation.forgotten++;
        conversation.bytes -= first === undefined ? 0 : sizeOf(first);
      }
    },
    last(sender) {
      const { forgotten, entries } = find(sender);
      return forgotten + entries.length - 1;
    },
    follow(sender, from, follower) {
      const conversation = find(sender);
      conversation.follower?.end(true);
      conversation.follower = follower;
      for (const [index, entry] of conversation.entries.entries())
        if (conversation.forgotten + index >= from) follower.show(entry, conversation.forgotten + index);
      return () => {
        if (conversation.follower === follower) conversation.follower = undefined;
      };
    },
  };
}

function sizeOf(entry: HistoryEntry): number {
  return JSON.stringify(entry).length;
}
