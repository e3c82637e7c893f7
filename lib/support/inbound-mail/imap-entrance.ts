import type { ImapFlow } from "imapflow";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { headerField } from "./content-hash";
import { isOurs } from "./known-address";
import { inWords, MailboxError, openInbox, openMailbox } from "./open-mailbox";
import { noteTooLarge, receiveMail } from "./receive-mail";

const BYTES_PER_MB = 1_000_000;

/** A mailbox that is open, and how it is asked: what fails is said in words. */
interface Mailbox {
  readonly client: ImapFlow;
  readonly ask: <Result>(question: () => Promise<Result>) => Promise<Result>;
}

/**
 * Fetches the new mail from the mailbox of MAIL_IN_IMAP_URL, until there is none left. A mail is marked as read once it
 * is stored, so that none is lost; one that is fetched twice is recognised. A mailbox that can't be reached is asked
 * again by the next poll. Returns how many it fetched.
 */
export async function pollMailbox(stopping: () => boolean = () => false): Promise<number> {
  const { MAIL_IN_IMAP_URL } = env();
  if (MAIL_IN_IMAP_URL === undefined) return 0;
  const url = new URL(MAIL_IN_IMAP_URL);
  const fetched = { count: 0 };
  try {
    await visit(url, fetched, stopping);
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error;
    log().error({ fetched: fetched.count }, `${error.message} New mail waits there until the next poll.`);
  }
  return fetched.count;
}

async function visit(url: URL, fetched: { count: number }, stopping: () => boolean): Promise<void> {
  const client = await openMailbox(url);
  const mailbox: Mailbox = { client, ask: (question) => inWords(url, question) };
  try {
    const lock = await openInbox(client, url);
    try {
      await fetchNew(mailbox, fetched, stopping);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function fetchNew({ client, ask }: Mailbox, fetched: { count: number }, stopping: () => boolean): Promise<void> {
  let after = 0;
  while (!stopping()) {
    const unseen = (await ask(() => client.search({ seen: false, deleted: false }, { uid: true }))) || [];
    // A server that doesn't keep the mark must not make the same mail come again and again.
    const uids = unseen.filter((uid) => uid > after);
    if (uids.length === 0) return;
    for (const uid of uids) {
      if (stopping()) return;
      if (await fetchOne({ client, ask }, uid)) fetched.count += 1;
      after = uid;
    }
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
  const raw = fetched ? fetched.source : undefined;
  if (raw === undefined) return false;
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
