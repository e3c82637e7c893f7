import { asIdentity } from "@/lib/platform/db/transaction";
import { say } from "@/lib/platform/language/say";
import type { ClaimedInbound } from "./claim-inbound";
import { contactOn, type Sender } from "./find-sender";
import { ticketNumbered } from "./find-thread";
import { asContact } from "./judge-mail";
import type { Verdict } from "./verdict";

/**
 * What becomes of a mail that was decided about. Staff vouch for who wrote it, not for what that person may do: a
 * known contact acts with their own permissions, and only for an outsider staff act themselves.
 */
export async function judgeDecision(mail: ClaimedInbound, sender: Sender): Promise<Verdict> {
  if (mail.decision === "choose") return judgeChoice(mail, sender);
  return mail.decision === "join" ? judgeJoin(mail, sender) : judgeOpen(mail, sender);
}

/** Its sender said which of their accounts it is about: never more than they may do there themselves. */
async function judgeChoice({ decidedAccount, decidedById }: ClaimedInbound, sender: Sender): Promise<Verdict> {
  const contact = await contactOn(sender, decidedAccount ?? "");
  const opened = contact?.personId === decidedById && asContact("open", contact, null);
  if (opened) return opened;
  const { address } = sender.mailbox;
  const why = say("{address} is no longer a contact of the account that they chose.", { address });
  return { outcome: "waiting", why };
}

async function judgeJoin({ decidedTicket }: ClaimedInbound, sender: Sender): Promise<Verdict> {
  const number = decidedTicket ?? 0;
  const thread = await ticketNumbered(number);
  if (thread === null) return { outcome: "waiting", why: say("There is no ticket #{number}.", { number }) };
  const contact = await contactOn(sender, thread.accountId);
  const joined = contact && asContact("reply", contact, thread);
  if (joined) return joined;
  const values = { address: sender.mailbox.address, number, account: thread.accountName };
  const why = say("{address} has no login on {account}, so it can't be added to ticket #{number}.", values);
  return { outcome: "waiting", why, thread, accountId: thread.accountId };
}

async function judgeOpen({ decidedAccount, decidedById }: ClaimedInbound, sender: Sender): Promise<Verdict> {
  const account = await asIdentity((db) =>
    db.account.findUnique({ where: { id: decidedAccount ?? "" }, select: { id: true, name: true } }),
  );
  if (account === null || decidedById === null)
    return { outcome: "waiting", why: say("The account it was to be opened for no longer exists.") };
  const contact = await contactOn(sender, account.id);
  const opened = contact && asContact("open", contact, null);
  const { id: accountId, name: accountName } = account;
  return (
    opened || { act: "open", personId: decidedById, accountId, accountName, thread: null, staff: true, onBehalf: true }
  );
}
