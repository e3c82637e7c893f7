import { ImapFlow } from "imapflow";
import { env } from "@/lib/platform/config/env";
import { log } from "@/lib/platform/logging/log";
import { headerField } from "./content-hash";
import { isOurs } from "./known-address";
import { noteTooLarge, receiveMail } from "./receive-mail";

const TIMEOUT_MS = 30_000;
const BYTES_PER_MB = 1_000_000;
/** Of one poll. The next one continues. */
const AT_ONCE = 100;

/**
 * Fetches new mail from the mailbox of MAIL_IN_IMAP_URL. A mail is marked as seen once it is stored, so that none is
 * lost; one that is fetched twice is recognised. Resolves when the mailbox has no new mail. Returns how many it fetched.
 */
export async function pollMailbox(): Promise<number> {
  const { MAIL_IN_IMAP_URL } = env();
  if (MAIL_IN_IMAP_URL === undefined) return 0;
  const client = new ImapFlow(optionsOf(new URL(MAIL_IN_IMAP_URL)));
  client.on("error", (error: Error) => log().warn({ err: error }, "The connection to the mailbox failed."));
  await client.connect();
  try {
    const lock = await client.getMailboxLock("INBOX");
    try {
      return await fetchNew(client);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

const optionsOf = ({ protocol, hostname, port, username, password }: URL) => ({
  host: hostname,
  secure: protocol === "imaps:",
  port: Number(port || (protocol === "imaps:" ? 993 : 143)),
  auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  logger: false as const,
  connectionTimeout: TIMEOUT_MS,
  greetingTimeout: TIMEOUT_MS,
  socketTimeout: TIMEOUT_MS,
});

async function fetchNew(client: ImapFlow): Promise<number> {
  const found = await client.search({ seen: false }, { uid: true });
  const unseen = (found || []).slice(0, AT_ONCE);
  for (const uid of unseen) {
    const sized = await client.fetchOne(String(uid), { size: true, envelope: true }, { uid: true });
    if (sized) await store(client, uid, sized.size ?? 0);
    await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
  }
  return unseen.length;
}

async function store(client: ImapFlow, uid: number, bytes: number): Promise<void> {
  const envelope = { entrance: "imap", from: "", clientIp: null, helo: null, trustedResults: null } as const;
  const mailbox = fallbackRecipient();
  if (bytes > env().MAIL_IN_MEGABYTES * BYTES_PER_MB) return noteTooLarge({ ...envelope, to: [mailbox] }, bytes);
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
  const raw = fetched ? fetched.source : undefined;
  if (raw === undefined) return;
  await receiveMail({
    ...envelope,
    raw,
    from: addressIn(headerField(raw, "return-path")) ?? addressIn(headerField(raw, "from")) ?? "",
    to: [recipientOf(raw) ?? mailbox],
    trustedResults: trustedResultsOf(raw),
  });
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
