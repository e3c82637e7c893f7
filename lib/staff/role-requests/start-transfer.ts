import { makeOffer } from "@/lib/accounts/core/make-offer";
import { ownershipHref } from "@/lib/accounts/core/ownership-href";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { contactAt } from "@/lib/accounts/role-requests/contact-at";
import { type RoleRequestRow, requestNumber } from "@/lib/accounts/role-requests/present-role-request";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { authorize } from "@/lib/platform/operations/authorize";
import { authorsOf } from "@/lib/platform/operations/authors-of";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { notifyOwner } from "@/lib/staff/core/notify-owner";
import { checkApproval } from "./check-approval";
import { whyNotTransferred } from "./why-not-transferred";

/**
 * Starts the transfer that another manager recorded. Nothing changes until the new owner accepts. The owner is notified
 * immediately and can withdraw it.
 */
export async function startTransfer(
  context: Context<"account">,
  request: RoleRequestRow,
  by: { readonly personId: string; readonly name: string },
) {
  const { db, account, viewer, realNow: now } = context;
  if (account.closed) throw new Problem("conflict", t("This account is closed, so ownership can't be transferred."));
  await authorize(context, "staff.ownership.transfer");
  await checkFourEyes(context, request);
  const to = await contactAt(context, request.email);
  if (to === null || to.id !== request.contactId) throw notFound(t("Person not found on this account."));
  if (request.decidedById !== null) await checkApproval(context, request, to);
  const verdict = ownershipTransfer(viewer, to.person);
  if (!verdict.ok) throw refusedChange(verdict);
  const [owner] = await context.members({ owner: true });
  if (owner === undefined) throw notFound();
  const { expiresAt } = await makeOffer(db, { account, from: owner, to, arrangedBy: by, now });
  await notifyTransfer(context, request, { name: to.name, email: to.email, expiresAt, by });
  return { contactId: to.id, name: to.name, invited: false, before: null, after: null };
}

/** Two different managers, both of them still managers. The database refuses the same one twice as well. */
async function checkFourEyes(context: Context<"account">, request: RoleRequestRow): Promise<void> {
  const reason = whyNotTransferred(context, request);
  if (reason !== null) throw new Problem("conflict", reason);
  const { account, realNow: now } = context;
  const recordedBy = request.recordedById ?? "";
  const authors = await authorsOf(context.db, { accountId: account.id, people: [], now }, [recordedBy]);
  const colleague = authors.get(recordedBy);
  if (colleague && can(colleague, "staff.ownership.transfer")) return;
  throw new Problem("conflict", t("The manager who recorded this request is no longer a manager. Record it again."));
}

interface Transfer {
  readonly name: string;
  readonly email: string;
  readonly expiresAt: Date;
  readonly by: { readonly name: string };
}

const notifyTransfer = (
  context: Context<"account">,
  request: RoleRequestRow,
  { name, email, expiresAt, by }: Transfer,
) =>
  notifyOwner(context, () => ({
    subject: t("Ownership transfer of {account} to {name} requested", { account: context.account.name, name }),
    heading: t("Ownership transfer to {name} requested", { name }),
    what: t(
      "On request, we started transferring ownership of your account to {name}. You stay the owner until they accept, and then become an administrator.",
      { name },
    ),
    facts: [
      [t("New owner"), `${name}, ${email}`],
      [t("Request"), requestNumber(request.number)],
      [t("Recorded by"), request.recordedByName ?? ""],
      [t("Expires"), dayInWords(expiresAt)],
    ],
    by: { ...by, requestedBy: request.requesterName, ...(request.reference && { reference: request.reference }) },
    ifWrong: t(
      "If you didn't request this, withdraw the transfer before it expires and contact us. We'll look into it.",
    ),
    href: ownershipHref(context.account.id),
    label: t("View transfer"),
  }));
