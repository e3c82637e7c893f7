import { forOwner } from "@/lib/platform/mail/mail-about";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { isOwner } from "@/lib/policy/subject";
import { StaffChangeMail, type StaffChangeMailProps } from "@/lib/staff/core/mail/staff-change";

type Told = Omit<StaffChangeMailProps, "owner" | "account"> & { readonly subject: string };

/** Emails the owner what staff changed on the account. `told` is asked in their language. */
export async function notifyOwner({ db, account, people }: Context<"account">, told: () => Told): Promise<void> {
  const owner = (await people()).find((one) => isOwner(one.subject));
  if (owner === undefined) return;
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: {
      address: owner.email,
      name: owner.name,
      locale: owner.locale,
      reader: { contactId: owner.contactId },
    },
    subject: () => told().subject,
    template: "staff-change",
    about: forOwner,
    body: () => {
      const { subject: _, ...mail } = told();
      return <StaffChangeMail {...mail} owner={owner.name} account={account} />;
    },
  });
}
