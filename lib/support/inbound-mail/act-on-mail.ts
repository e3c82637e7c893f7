import { asIdentity, asWorker } from "@/lib/platform/db/transaction";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { execute } from "@/lib/platform/operations/execute";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type Attached, attachFiles } from "./attach-files";
import type { ClaimedInbound } from "./claim-inbound";
import type { Sender } from "./find-sender";
import { departmentOf } from "./known-address";
import type { MailFacts } from "./mail-facts";
import { messageText, ticketSubject } from "./message-text";
import type { Act, End } from "./verdict";

interface Written {
  readonly mail: ClaimedInbound;
  readonly facts: MailFacts;
  readonly sender: Sender;
}

/**
 * Writes the mail to its ticket, as the person behind it and with the permissions they have now: the operations of the
 * portal decide. Repeated after a crash it writes once. Throws what a later attempt may not run into.
 */
export async function actOnMail(act: Act, { mail, facts, sender }: Written): Promise<End> {
  if (!act.onBehalf && (await isSuspended(act.personId))) return suspended(act, sender.mailbox.address);
  await asWorker((db) =>
    db.inboundMail.updateMany({
      where: { id: mail.id, claimedAt: mail.claimedAt },
      data: { actsForId: act.personId, actsOn: act.form?.form.actsOn ?? "tickets" },
    }),
  );
  try {
    return await perform(act, { mail, facts, sender });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (act.form && error.status < 500) return notAsked(act, error, sender.mailbox.address);
    if (!finals.includes(error.code)) throw error;
    return refusal(act, sender.mailbox.address);
  }
}

const isSuspended = (id: string): Promise<boolean> =>
  asIdentity(async (db) => {
    const person = await db.person.findUnique({ where: { id }, select: { suspendedAt: true } });
    return (person?.suspendedAt ?? null) !== null;
  });

/** As for a contact who is suspended: staff see it, and nobody is told. */
const suspended = ({ accountId, thread }: Act, address: string): End => ({
  outcome: "waiting",
  why: say("The login of {address} is suspended, so nothing can be done in their name.", { address }),
  ...{ accountId, thread },
});

/** Answers that don't change by themselves. */
const finals: readonly string[] = ["refused", "not-found", "invalid", "not-signed-in"];

async function perform(act: Act, { mail, facts, sender }: Written): Promise<End> {
  const { accountId, accountName, thread } = act;
  const caller = { credential: { by: "mail", id: mail.id, attempt: mail.attempts }, via: "mail", ip: "" } as const;
  const once = { idempotencyKey: `mail-${mail.contentHash}` };
  const { address } = sender.mailbox;
  if (act.form) {
    const why = await act.form.form.submit(caller, accountId, act.form.asked, once);
    return { outcome: "requested", why, accountId };
  }
  if (thread === null) {
    const files = await attachFiles({ caller, accountId, draft: {}, mail }, facts);
    const ticket = await execute(caller, accountId, openTicket, opening(act, { mail, facts, sender }, files), once);
    const opened = { ...noThread, accountId, accountName, ticketId: ticket.id, ticketNumber: ticket.number };
    const values = { address, number: ticket.number, account: accountName };
    const why = act.onBehalf
      ? say("Staff opened ticket #{number} of {account} for {address}.", values)
      : say("It opened ticket #{number} of {account}.", values);
    return { outcome: "opened", why, accountId, thread: opened };
  }
  const { ticketId } = thread;
  const { attachmentIds, leftOut } = await attachFiles(
    { caller, accountId, draft: { ticketId, ...(act.act === "note" && { note: true }) }, mail },
    facts,
  );
  const input = {
    ticketId,
    message: messageText(facts.text, leftOut, sender.locale),
    attachmentIds: [...attachmentIds],
  };
  const operation = act.act === "note" ? noteOnTicket : replyToTicket;
  await execute(caller, accountId, operation, input, once);
  const values = { number: thread.ticketNumber, account: thread.accountName };
  const why =
    act.act === "note"
      ? say("It was added to ticket #{number} of {account} as an internal note.", values)
      : say("It was added to ticket #{number} of {account}.", values);
  return { outcome: "joined", why, accountId, thread };
}

/** Whoever may not ask is told so. What can't be requested as it is written waits for staff, with the reason. */
function notAsked({ accountId, accountName }: Act, error: Problem, address: string): End {
  if (error.code === "refused") {
    const why = say("{address} may not ask for a role on {account}.", { address, account: accountName });
    return { outcome: "refused", why, accountId };
  }
  const [reason = error.detail] = Object.values(error.extra.fields ?? {}).flat();
  return {
    outcome: "waiting",
    why: say("It asks for a role, which isn't possible as written: {reason}", { reason }),
    accountId,
  };
}

function opening(act: Act, { mail, facts, sender }: Written, { attachmentIds, leftOut }: Attached) {
  const { name, address } = sender.mailbox;
  const body = messageText(facts.text, leftOut, sender.locale);
  const from = name ? `${name} <${address}>` : address;
  return {
    subject: ticketSubject(facts.subject, sender.locale),
    message: act.onBehalf ? cutText(`${t("Email from {from}:", { from })}\n\n${body}`, 20_000) : body,
    department: departmentOf(mail.envelopeTo) ?? "support",
    attachmentIds: [...attachmentIds],
  };
}

function refusal({ accountId, accountName, thread, onBehalf }: Act, address: string): End {
  const values = { address, account: accountName };
  if (onBehalf)
    return {
      outcome: "waiting",
      why: say("Whoever decided it may no longer open tickets of {account}.", values),
      accountId,
    };
  return thread === null
    ? {
        outcome: "refused",
        why: say("{address} may not open tickets of {account} in this department.", values),
        accountId,
      }
    : {
        outcome: "refused",
        why: say("{address} may not reply to ticket #{number}.", { address, number: thread.ticketNumber }),
        accountId,
        thread,
      };
}

const noThread = { internal: false } as const;
