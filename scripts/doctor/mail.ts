import { createTransport } from "nodemailer";
import type { Environment } from "@/lib/platform/config/env";
import { encryptionOf } from "@/lib/platform/mail/mail-encryption";
import { about, type Finding } from "./finding";
import { mailboxFindings } from "./mailbox";
import { senderFindings } from "./sender";

const WAIT_MS = 10_000;

export interface MailOptions {
  /** Where to send a test mail. */
  readonly sendTo: string | undefined;
  readonly dkimSelector: string | undefined;
}

/** Whether mail leaves, and whether others will believe that it is ours; and whether the mailbox for mail in opens. */
export async function mailFindings(settings: Environment, options: MailOptions): Promise<Finding[]> {
  const found = await Promise.all([outgoingFindings(settings, options), mailboxFindings(settings)]);
  return found.flat();
}

async function outgoingFindings(settings: Environment, { sendTo, dkimSelector }: MailOptions): Promise<Finding[]> {
  if (settings.SMTP_URL === undefined) return [];
  const server = createTransport({
    url: settings.SMTP_URL,
    ...encryptionOf(new URL(settings.SMTP_URL)),
    connectionTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  });
  try {
    const smtp = about("SMTP");
    await server.verify();
    const sent = sendTo === undefined ? [] : [await sendTest(server, settings.MAIL_FROM, sendTo)];
    return [
      smtp.ok("The mail server accepts the connection and the login."),
      ...sent,
      ...(await senderFindings(settings.MAIL_FROM, dkimSelector)),
    ];
  } catch (error) {
    const failed = about("SMTP").problem(
      `The mail server doesn't work: ${wordsOf(error)}.`,
      "Check the host, port, user and password in SMTP_URL.",
    );
    return [failed, ...(await senderFindings(settings.MAIL_FROM, dkimSelector))];
  } finally {
    server.close();
  }
}

async function sendTest(server: ReturnType<typeof createTransport>, from: string, to: string): Promise<Finding> {
  const { ok, problem } = about("test mail");
  try {
    await server.sendMail({
      ...{ from, to, subject: "Test from your customer portal" },
      text: "This is a test from npm run doctor. If you can read it, your portal can send email.",
    });
    return ok(`The mail server took it for ${to}. Check that it arrives, and isn't filed as spam.`);
  } catch (error) {
    return problem(
      `The mail server rejects it: ${wordsOf(error)}.`,
      "Check that the mail server accepts MAIL_FROM as a sender.",
    );
  }
}

const wordsOf = (error: unknown): string => (error as Error).message.replace(/\s+/g, " ").replace(/\.$/, "");
