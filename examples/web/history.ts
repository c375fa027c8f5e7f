/** What stands in a chat window. */
export interface HistoryEntry {
  readonly id?: string;
  readonly from: string;
  readonly text: string;
}

type Follower = (entry: HistoryEntry, index: number) => unknown;

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
  readonly followers: Set<Follower>;
}

const mostSenders = 1000;

export function createHistory(): History {
  const conversations = new Map<string, Conversation>();

  function find(sender: string): Conversation {
    const conversation = conversations.get(sender) ?? { entries: [], followers: new Set() };
    conversations.delete(sender);
    conversations.set(sender, conversation);
    const [oldest] = conversations.keys();
    if (conversations.size > mostSenders && oldest !== undefined) conversations.delete(oldest);
    return conversation;
  }

  return {
    has: (sender, id) => find(sender).entries.some((entry) => entry.id === id),
    add(sender, entry) {
      const { entries, followers } = find(sender);
      entries.push(entry);
      for (const follower of followers) follower(entry, entries.length - 1);
    },
    last: (sender) => find(sender).entries.length - 1,
    follow(sender, from, follower) {
      const { entries, followers } = find(sender);
      for (const [index, entry] of entries.entries()) if (index >= from) follower(entry, index);
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
