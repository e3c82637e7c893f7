import type { ImapFlow } from "imapflow";
import { env } from "@/lib/platform/config/env";
import { Problem } from "@/lib/platform/kernel/problem";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { log } from "@/lib/platform/logging/log";
import { headerField } from "./content-hash";
import { isOurs } from "./known-address";
import { inWords, MailboxError, openInbox, openMailbox } from "./open-mailbox";
import { noteTooLarge, receiveMail } from "./receive-mail";
import { forgetTrouble, inOrder, noteTrouble, TroubledMail } from "./troubled-mail";

const BYTES_PER_MB = 1_000_000;

/** A mailbox that is open, and how it is asked: what fails is said in words. */
interface Mailbox {
  readonly client: ImapFlow;
  readonly ask: <Result>(question: () => Promise<Result>) => Promise<Result>;
}

interface PollOptions {
  readonly stopping?: () => boolean;
  /** How long one answer of the server may take. */
  readonly answerMs?: number;
}

interface Poll {
  readonly url: URL;
  readonly stopping: () => boolean;
  readonly answerMs: number;
  fetched: number;
}

/** So many mails may end the connection in one poll. */
const MOST_VISITS = 20;
const ANSWER_MS = 180_000;
const LOGOUT_MS = 5_000;

/**
 * Fetches the new mail from the mailbox of MAIL_IN_IMAP_URL, until there is none left. A mail is marked as read once it
 * is stored, so that none is lost; one that is fetched twice is recognised. A mailbox that can't be reached is asked
 * again by the next poll, and a mail that can't be fetched is left for later and tried after all others. Returns how
 * many it fetched.
 */
export async function pollMailbox(options: PollOptions = {}): Promise<number> {
  const { MAIL_IN_IMAP_URL } = env();
  if (MAIL_IN_IMAP_URL === undefined) return 0;
  const { stopping = () => false, answerMs = ANSWER_MS } = options;
  const poll: Poll = { url: new URL(MAIL_IN_IMAP_URL), stopping, answerMs, fetched: 0 };
  let visits = 0;
  while (visits < MOST_VISITS && !stopping() && !(await visited(poll))) visits += 1;
  return poll.fetched;
}

/** Returns whether there is nothing more to do for this poll. */
async function visited(poll: Poll): Promise<boolean> {
  try {
    await visit(poll);
    return true;
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error;
    const rest = error instanceof TroubledMail && !error.again;
    const { fetched } = poll;
    if (rest) log().error({ fetched }, `${error.message} The mails after it are fetched first.`);
    else log().error({ fetched }, `${error.message} New mail waits there until the next poll.`);
    return !rest;
  }
}

async function visit(poll: Poll): Promise<void> {
  const client = await openMailbox(poll.url);
  try {
    const lock = await openInbox(client, poll.url);
    try {
      await fetchNew({ client, ask: (question) => inWords(poll.url, question, poll.answerMs) }, poll);
    } finally {
      lock.release();
    }
    await withDeadline(LOGOUT_MS, client.logout()).catch(() => {});
  } finally {
    client.close();
  }
}

async function fetchNew({ client, ask }: Mailbox, poll: Poll): Promise<void> {
  const nameOf = (uid: number) => `${client.mailbox ? client.mailbox.uidValidity : ""} ${uid}`;
  const tried = new Set<number>();
  while (!poll.stopping()) {
    const unseen = (await ask(() => client.search({ seen: false, deleted: false }, { uid: true }))) || [];
    // A server that doesn't keep the mark must not make the same mail come again and again.
    const uids = inOrder(unseen, nameOf).filter((uid) => !tried.has(uid));
    if (uids.length === 0) return;
    for (const uid of uids) {
      if (poll.stopping()) return;
      tried.add(uid);
      if (await tryOne({ client, ask }, uid, { poll, name: nameOf(uid) })) poll.fetched += 1;
    }
  }
}

/** What goes wrong with one mail is said of it, except that the portal itself can't store anything. */
async function tryOne(mailbox: Mailbox, uid: number, { poll, name }: { poll: Poll; name: string }): Promise<boolean> {
  try {
    const fetched = await fetchOne(mailbox, uid);
    forgetTrouble(name);
    return fetched;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof MailboxError) throw noteTrouble(name, error);
    const { host } = poll.url;
    throw noteTrouble(name, new MailboxError(`An email at ${host} couldn't be stored.`, { cause: error }));
  }
}

/** Returns false for a mail that somebody has moved away or deleted meanwhile. */
async function fetchOne({ client, ask }: Mailbox, uid: number): Promise<boolean> {
  const sized = await ask(() => client.fetchOne(String(uid), { size: true }, { uid: true }));
  if (!sized) return false;
  const stored = await store({ client, ask }, uid, sized.size ?? 0);
  if (stored) await ask(() => client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true }));
  return stored;
}

async function store({ client, ask }: Mailbox, uid: number, bytes: number): Promise<boolean> {
  const envelope = { entrance: "imap", from: "", clientIp: null, helo: null, trustedResults: null } as const;
  const mailbox = fallbackRecipient();
  if (bytes > env().MAIL_IN_MEGABYTES * BYTES_PER_MB) {
    await noteTooLarge({ ...envelope, to: [mailbox] }, bytes);
    return true;
  }
  const fetched = await ask(() => client.fetchOne(String(uid), { source: true }, { uid: true }));
  const raw: unknown = fetched ? fetched.source : undefined;
  // Some servers answer NIL for what they can't read.
  if (!(raw instanceof Uint8Array)) return false;
  await receiveMail({
    ...envelope,
    raw,
    from: addressIn(headerField(raw, "return-path")) ?? addressIn(headerField(raw, "from")) ?? "",
    to: [recipientOf(raw) ?? mailbox],
    trustedResults: trustedResultsOf(raw),
  });
  return true;
}

/** Which of our addresses it was delivered to: servers write it into one of these. */
function recipientOf(raw: Uint8Array): string | null {
  const fields = ["x-original-to", "delivered-to", "envelope-to", "to", "cc"].flatMap(
    (name) => headerField(raw, name)?.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [],
  );
  return fields.find(isOurs) ?? null;
}

/** The department of a mailbox that doesn't tell: support. */
const fallbackRecipient = (): string => `support@${env().MAIL_IN_DOMAIN ?? "mailbox.invalid"}`;

/** Only the topmost, and only from the configured server: everything below it may come from the sender. */
function trustedResultsOf(raw: Uint8Array): string | null {
  const results = headerField(raw, "authentication-results");
  const trusted = env().MAIL_IN_AUTHSERV_ID;
  const server = results?.split(";")[0]?.trim().split(/\s+/)[0]?.toLowerCase();
  return trusted !== undefined && server === trusted ? results : null;
}

const addressIn = (field: string | null): string | null =>
  field === null ? null : (/<([^<>\s]*)>/.exec(field)?.[1] ?? /[^\s<>,;:"]+@[^\s<>,;:"]+/.exec(field)?.[0] ?? null);
