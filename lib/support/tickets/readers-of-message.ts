import type { AccountMember } from "@/lib/platform/db/load-subject";
import { mentionedIn } from "@/lib/platform/kernel/mentioned-in";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import { type Subject, viewerOf } from "@/lib/policy/viewer";

type SeenTicket = RecordFor<"support.tickets.view">;

export interface Watcher {
  readonly contactId: string;
  /** Who copied them in; null if they watch by themselves. */
  readonly addedByName: string | null;
}

/** Why somebody is mailed about a message: the reason that the link in it ends. */
export type Why =
  | { readonly because: "mentioned" | "watching" | "opened" | "all-tickets" }
  | { readonly because: "copied"; readonly by: string };

export interface MessageReader {
  readonly person: AccountMember;
  readonly why: Why;
  /** Whether they can open the ticket. */
  readonly sees: boolean;
}

interface Written {
  readonly ticket: SeenTicket;
  readonly body: string;
  readonly author: string | null;
  readonly watchers: readonly Watcher[];
}

/**
 * Who of the account is mailed about a message: who gets ticket notifications, who watches the ticket or was copied in, and
 * who is mentioned. Whether these may see the ticket is asked here, at sending, whenever they were added.
 */
export function readersOfMessage(people: readonly AccountMember[], written: Written): MessageReader[] {
  const { ticket, author, watchers } = written;
  const others = people.filter(({ contactId }) => contactId !== author);
  const seeing = new Set(others.filter((person) => can(viewerOf(person.subject), "support.tickets.view", ticket)));
  const reachable = others.filter((person) => seeing.has(person) && person.hasLogin && person.emailVerified);
  const mentioned = new Set(mentionedIn(written.body, reachable));
  const watching = new Map(watchers.map((watcher) => [watcher.contactId, watcher]));
  const personally = reachable.filter((person) => mentioned.has(person) || watching.has(person.contactId));
  const subscribed = noticeRecipients(others, "notices.support.receive").filter(
    (person) => seeing.has(person) || isUnlimited(person.subject, ticket),
  );
  const whyOf = (person: AccountMember): Why => {
    const watcher = watching.get(person.contactId);
    if (mentioned.has(person)) return { because: "mentioned" };
    // Whoever gets all of them would get the next one too, having stopped watching.
    if (watcher && !subscribed.includes(person))
      return watcher.addedByName === null ? { because: "watching" } : { because: "copied", by: watcher.addedByName };
    return { because: person.contactId === ticket.openedByContactId ? "opened" : "all-tickets" };
  };
  return [...new Set([...subscribed, ...personally])].map((person) => ({
    person,
    why: whyOf(person),
    sees: seeing.has(person),
  }));
}

/** Those who may not see the ticket are mailed all the same, unless a limit is why. */
export const isUnlimited = ({ serviceLimit, departmentsOff }: Subject, { department }: SeenTicket): boolean =>
  serviceLimit === null && !departmentsOff.includes(department);
