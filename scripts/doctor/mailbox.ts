import type { Environment } from "@/lib/platform/config/env";
import { MailboxError, openInbox, openMailbox } from "@/lib/support/inbound-mail/open-mailbox";
import { about, type Finding } from "./finding";

const WAIT_MS = 10_000;

/** Whether the mailbox that the worker polls can be opened, and its mail marked as read. */
export async function mailboxFindings({ MAIL_IN_IMAP_URL }: Environment): Promise<Finding[]> {
  if (MAIL_IN_IMAP_URL === undefined) return [];
  const { ok, problem } = about("mailbox");
  try {
    await open(new URL(MAIL_IN_IMAP_URL));
    return [ok("The mailbox accepts the connection and the login, and its mail can be marked as read.")];
  } catch (error) {
    if (!(error instanceof MailboxError)) throw error;
    return [problem(error.message, "Check the scheme, host, port, user and password in MAIL_IN_IMAP_URL.")];
  }
}

async function open(url: URL): Promise<void> {
  const client = await openMailbox(url, WAIT_MS);
  try {
    (await openInbox(client, url)).release();
  } finally {
    await client.logout().catch(() => client.close());
  }
}
