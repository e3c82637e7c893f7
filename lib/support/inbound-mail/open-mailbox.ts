import { ImapFlow, type ImapFlowError, type MailboxLockObject } from "imapflow";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

/** In words for the log and `npm run doctor`: what is wrong with the mailbox of MAIL_IN_IMAP_URL. Without its password. */
export class MailboxError extends Error {
  override name = "MailboxError";
}

/** Of silence. */
const TIMEOUT_MS = 30_000;
/** Far more than opening a mailbox takes. */
const ANSWER_MS = 60_000;
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Connects to the mailbox, and logs in. Over `imap:` the password is sent only once STARTTLS has encrypted the
 * connection, except on this machine.
 *
 * @throws MailboxError
 */
export async function openMailbox(url: URL, milliseconds = TIMEOUT_MS): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password } = url;
  const secure = protocol === "imaps:";
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ""),
    secure,
    ...(!secure && !OWN_MACHINE.test(hostname) && { doSTARTTLS: true }),
    port: Number(port || (secure ? 993 : 143)),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false as const,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
  });
  // What was asked is rejected with the same error.
  client.on("error", () => {});
  await inWords(url, () => client.connect());
  return client;
}

/**
 * Opens the inbox. One in which nothing can be marked as read would bring all of its mail with each poll.
 *
 * @throws MailboxError
 */
export async function openInbox(client: ImapFlow, url: URL): Promise<MailboxLockObject> {
  const lock = await inWords(url, () => client.getMailboxLock("INBOX"));
  const { readOnly, permanentFlags } = client.mailbox || {};
  if (!readOnly && permanentFlags?.has("\\Seen")) return lock;
  lock.release();
  throw new MailboxError(`The user of MAIL_IN_IMAP_URL may not mark mail as read at ${url.host}.`);
}

/** For everything that is asked of the mailbox, and nothing else. A server that keeps sending and never answers isn't waited for. */
export async function inWords<Result>(url: URL, ask: () => Promise<Result>, milliseconds = ANSWER_MS): Promise<Result> {
  try {
    return await withDeadline(milliseconds, ask());
  } catch (error) {
    if (error instanceof MailboxError) throw error;
    throw new MailboxError(sentenceOf(error as ImapFlowError, url), { cause: error });
  }
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/;

function sentenceOf(error: ImapFlowError & { readonly _err?: NodeJS.ErrnoException }, { host }: URL): string {
  const code = error._err?.code ?? error.code ?? error.name;
  if (error.authenticationFailed)
    return `The mailbox at ${host} doesn't accept the user and password of MAIL_IN_IMAP_URL.`;
  if (CERTIFICATE.test(code))
    return `The certificate of ${host} isn't trusted (${code}). If an authority of your own issued it, name its file in NODE_EXTRA_CA_CERTS.`;
  if (error.tlsFailed)
    return `The mailbox at ${host} offers no encryption, so the password wasn't sent. Use imaps:// for it.`;
  if (error.responseText !== undefined) return `The mailbox at ${host} answered: ${error.responseText}`;
  return `The connection to the mailbox at ${host} failed (${code}).`;
}
