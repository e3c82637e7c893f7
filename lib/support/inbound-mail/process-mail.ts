import type { Prisma } from "@/lib/platform/db/generated/client";
import { asIdentity, asWorker } from "@/lib/platform/db/transaction";
import { type Said, say } from "@/lib/platform/language/say";
import type { MailForm } from "@/lib/platform/operations/mail-form";
import { countOver } from "@/lib/platform/operations/rate-limit";
import { stored } from "@/lib/platform/operations/stored";
import { actOnMail } from "./act-on-mail";
import { answerRefused } from "./answer-refused";
import { askWhichAccount } from "./ask-which-account";
import type { ClaimedInbound } from "./claim-inbound";
import { claimSigned } from "./claim-signed";
import { findSender, type Sender } from "./find-sender";
import { ticketNumbered } from "./find-thread";
import { judgeDecision } from "./judge-decision";
import { judgeKind, judgeMail } from "./judge-mail";
import { claimedBy, departmentOf, isOurs } from "./known-address";
import type { MailFacts } from "./mail-facts";
import { MalformedMail, readMailInThread } from "./mail-thread";
import { recordBounce } from "./record-bounce";
import { openMail } from "./sealed-mail";
import { type End, isAct, type Verdict } from "./verdict";

const HOUR = 3_600;
const PER_SENDER = { name: "mail-from", points: 30, seconds: HOUR };
const PER_TICKET = { name: "mail-ticket", points: 60, seconds: HOUR };
const UNPROVEN_PER_SENDER = { ...PER_SENDER, name: "mail-unproven" };
const WAITING_PER_TICKET = { ...PER_TICKET, name: "mail-waiting" };

/** Then it is judged by what is known. */
const LAST_ATTEMPT = 4;

/** Brings one mail to its outcome. */
export async function processMail(mail: ClaimedInbound, now: Date, forms: readonly MailForm[] = []): Promise<void> {
  const read = await readClaimed(mail);
  if ("outcome" in read) return record(mail, read, { now });
  const mailbox = read.from[0] ?? { name: "", address: "" };
  const sender = await findSender(mailbox);
  const verdict = await verdictOn(mail, read, sender, { now, forms });
  const end = isAct(verdict) ? await actOnMail(verdict, { mail, facts: read, sender }) : verdict;
  await record(mail, end, { now, facts: read, sender });
  if (end.ask !== undefined) await askWhichAccount(sender);
  if (end.outcome === "refused") await answerRefused(end, { facts: read, sender }, now);
}

/** The mail as far as it can be read, or why it can't. */
async function readClaimed(mail: ClaimedInbound): Promise<MailFacts | End> {
  if (mail.raw === null) return { outcome: "malformed", why: say("It is no longer kept, so it can't be processed.") };
  const { raw, envelopeFrom: from, clientIp, helo, trustedResults } = mail;
  try {
    return await readMailInThread(openMail({ ...mail, raw }), { from, clientIp, helo, trustedResults });
  } catch (error) {
    if (!(error instanceof MalformedMail)) throw error;
    return { outcome: "malformed", why: malformed[error.reason] };
  }
}

const malformed: Readonly<Record<MalformedMail["reason"], Said>> = {
  empty: say("It is empty."),
  header: say("Its header is too long."),
  parts: say("It has too many parts."),
  late: say("Reading it took too long."),
  broken: say("It is built in a way that can't be read."),
};

interface Given {
  readonly now: Date;
  readonly forms: readonly MailForm[];
}

async function verdictOn(mail: ClaimedInbound, facts: MailFacts, sender: Sender, given: Given): Promise<Verdict> {
  const { now, forms } = given;
  if (facts.checks.unanswered && facts.identity === "unproven" && mail.attempts < LAST_ATTEMPT)
    throw new Error("DNS didn't answer the questions about a sender. They are asked again.");
  if (mail.decision !== null) return onlyOnce(mail, facts, await judgeDecision(mail, sender));
  const sibling = await processedSibling(mail);
  if (sibling) return sibling;
  const kind = await judgeKind(mail, facts);
  if (kind?.outcome === "bounce") return (await recordBounce(mail, facts, now)) ?? kind;
  if (kind !== null) return kind;
  // Copies aren't counted: whoever sends them must not stop those in whose name they were written.
  const verdict = await onlyOnce(mail, facts, await judgeMail(mail, facts, sender, { forms, now }));
  if (mail.attempts > 1) return verdict;
  return (await tooMany(verdict, facts, sender)) ?? verdict;
}

async function onlyOnce(
  mail: ClaimedInbound,
  { checks: { signedKey } }: MailFacts,
  verdict: Verdict,
): Promise<Verdict> {
  if (signedKey === null || !isAct(verdict)) return verdict;
  return (await claimSigned(mail, signedKey)) ?? verdict;
}

/** Of a mail to several of our addresses, the first that was processed counts. */
async function processedSibling({ id, contentHash, messageId }: ClaimedInbound): Promise<End | null> {
  const sibling = await asWorker((db) =>
    db.inboundMail.findFirst({
      where: { id: { not: id }, contentHash, messageId, outcome: { in: ["joined", "opened", "requested", "waiting"] } },
      select: { envelopeTo: true },
    }),
  );
  if (sibling === null) return null;
  const why = say("The same email to {address} arrived before.", { address: sibling.envelopeTo });
  return { outcome: "duplicate", why };
}

/**
 * Two programs that answer each other are stopped whatever they write. Mail that proves nothing, or is added nowhere, is
 * counted by itself: it must not stop those in whose name it was written, nor those who may reply.
 */
async function tooMany(verdict: Verdict, { identity }: MailFacts, sender: Sender): Promise<End | null> {
  if (!isAct(verdict) && verdict.outcome === "duplicate") return null;
  const { thread = null } = verdict;
  const { address } = sender.mailbox;
  if ((await countOver(identity === "unproven" ? UNPROVEN_PER_SENDER : PER_SENDER, address)) > 0)
    return { outcome: "loop", why: say("{address} sent more than 30 emails within an hour.", { address }), thread };
  if (thread === null) return null;
  if ((await countOver(isAct(verdict) ? PER_TICKET : WAITING_PER_TICKET, thread.ticketId)) > 0) {
    const why = say("Ticket #{number} got more than 60 emails within an hour.", { number: thread.ticketNumber });
    return { outcome: "loop", why, thread, accountId: thread.accountId };
  }
  return null;
}

const ACTED: readonly string[] = ["joined", "opened", "requested"];

interface Known {
  readonly now: Date;
  readonly facts?: MailFacts;
  readonly sender?: Sender;
}

async function record(mail: ClaimedInbound, end: End, { now, facts, sender }: Known): Promise<void> {
  const thread = end.thread ?? null;
  const accountId = end.accountId ?? thread?.accountId ?? null;
  const data: Prisma.InboundMailUncheckedUpdateManyInput = {
    state: "done",
    claimedAt: null,
    doneAt: now,
    outcome: end.outcome,
    ...stored(end.why),
    accountId,
    ticketId: thread?.ticketId ?? null,
    ticketNumber: thread?.ticketNumber ?? (facts ? await hintIn(facts, sender) : null),
    department: departmentOf(mail.envelopeTo) ?? "support",
    actsForId: null,
    actsOn: "tickets",
    askedId: end.ask ?? null,
    ...(!ACTED.includes(end.outcome) && { signedKey: null }),
    ...(end.outcome === "waiting" && { decision: null, decidedTicket: null, decidedAccount: null }),
    ...(facts && {
      identity: facts.identity,
      checks: checksColumn(facts),
      fromAddress: facts.from[0]?.address ?? null,
      fromName: facts.from[0]?.name ?? null,
      subject: facts.subject,
      messageId: facts.messageId ?? mail.messageId,
      alsoTo: await outsiders(mail, facts, accountId),
    }),
  };
  await asWorker((db) => db.inboundMail.updateMany({ where: { id: mail.id, claimedAt: mail.claimedAt }, data }));
}

const checksColumn = ({ checks: { signedKey: _, unanswered: __, ...checks } }: MailFacts) => checks;

/** A number in the subject says little: it is shown to staff, if it is a ticket of the sender's account. */
async function hintIn({ subject }: MailFacts, sender: Sender | undefined): Promise<number | null> {
  const number = Number(/#(\d{1,9})\b/.exec(subject)?.[1] ?? 0);
  const found = number > 0 && sender ? await ticketNumbered(number) : null;
  return found && sender?.contacts.some(({ accountId }) => accountId === found.accountId) ? number : null;
}

/** Whom it was also sent to and the account doesn't know. They are suggested to staff, and are sent nothing. */
async function outsiders(mail: ClaimedInbound, { to, from }: MailFacts, accountId: string | null): Promise<string[]> {
  const addresses = [...new Set(to.map(({ address }) => address))]
    .filter((address) => !isOurs(address) && claimedBy(address) === null && address !== mail.envelopeTo)
    .filter((address) => address.includes("@") && from.every((one) => one.address !== address))
    .slice(0, 10);
  if (addresses.length === 0 || accountId === null) return [];
  const known = await asIdentity((db) =>
    db.contact.findMany({
      where: { accountId, email: { in: addresses }, status: { not: "removed" } },
      select: { email: true },
    }),
  );
  return addresses.filter((address) => !known.some(({ email }) => email === address));
}
