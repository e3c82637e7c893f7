import { visitReasonNames } from "@/lib/accounts/core/schema";
import { env } from "@/lib/platform/config/env";
import { addNotifications } from "@/lib/platform/db/add-notifications";
import { t } from "@/lib/platform/language/t";
import { forOwner } from "@/lib/platform/mail/mail-about";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { VisitReason } from "@/lib/policy/staff-visit";
import { isOwner } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { VisitMail } from "./mail/staff-visit";

interface Told {
  readonly visitId: string;
  readonly staffName: string;
  readonly reason: string;
  readonly note: string | null;
  readonly ticket?: { readonly number: number; readonly subject: string } | null;
  readonly hours?: number;
  /** Of emergency access: whether the second manager has confirmed it. Null if the owner is asked. */
  readonly confirmed: boolean | null;
}

/**
 * Asks the owner, or tells them of emergency access. Whoever sees staff access on the account finds it behind the bell. The link leads
 * to a page: only a button on it, signed in, answers.
 */
export async function tellOwner({ db, account, people }: Context<"account">, told: Told): Promise<void> {
  const all = await people();
  const seeing = all.filter(
    ({ hasLogin, subject }) => hasLogin && can(viewerOf(subject), "settings.staff-access.view"),
  );
  await addNotifications(db, {
    kind: "staff-visit",
    about: { staffVisitId: told.visitId },
    to: seeing.map(({ subject }) => subject.personId),
  });
  const owner = all.find(({ subject }) => isOwner(subject));
  if (owner === undefined) return;
  await sendMail(db, {
    accountId: account.id,
    kind: "security",
    to: {
      address: owner.email,
      name: owner.name,
      locale: owner.locale,
      reader: { contactId: owner.contactId },
    },
    subject: () => subjectOf(told, account.name),
    template: "staff-visit",
    about: forOwner,
    body: () => (
      <VisitMail
        owner={owner.name}
        account={account.name}
        staff={told.staffName}
        reason={t(visitReasonNames[told.reason as VisitReason])}
        ticket={told.ticket ?? null}
        note={told.note}
        hours={told.hours ?? null}
        confirmed={told.confirmed}
        href={`${env().PORTAL_URL}/a/${account.id}/settings/staff-access`}
      />
    ),
  });
}

function subjectOf({ confirmed, staffName: name }: Told, account: string): string {
  if (confirmed === null) return t("{name} asks for access to {account}", { name, account });
  return confirmed
    ? t("{name} has emergency access to {account}", { name, account })
    : t("{name} asked for emergency access to {account}", { name, account });
}
