import type { Giver } from "@/lib/accounts/core/write-access";
import { env } from "@/lib/platform/config/env";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { RoleGivenMail } from "@/lib/staff/accounts/mail/role-given";
import { notifyOwner } from "@/lib/staff/core/notify-owner";

interface GivenRole {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly invited: boolean;
  /** Name of the standard role. */
  readonly role: Sentence;
  readonly by: Giver;
}

/** Emails the owner about the assigned role, and the person too unless they just got an invitation. */
export async function notifyRole(context: Context<"account">, given: GivenRole): Promise<void> {
  const { db, account } = context;
  const { contactId, name, email, invited, role, by } = given;
  const base = `${env().PORTAL_URL}/a/${account.id}`;
  await notifyOwner(context, () => ({
    subject: t("{name} now has the “{role}” role on {account}", { name, role: t(role), account: account.name }),
    heading: t("{name} now has the “{role}” role", { name, role: t(role) }),
    what: invited
      ? t("On request, we assigned this role on your account to {name} and invited them to sign in.", { name })
      : t("On request, we assigned this role on your account to {name}.", { name }),
    facts: [
      [t("Person"), `${name}, ${email}`],
      [t("Role"), t(role)],
    ],
    by,
    ifWrong: t("If you didn't request this, remove the role on the person's page and contact us. We'll look into it."),
    href: `${base}/people/${contactId}`,
    label: t("View {name}", { name }),
  }));
  if (invited) return;
  const mail = { name, role, href: base, account: account.name, by: by.name, requestedBy: by.requestedBy };
  const person = (await context.people()).find((one) => one.contactId === contactId);
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: person?.locale ?? null },
    subject: () => t("Your access to {account} has changed", { account: account.name }),
    template: "role-given",
    body: () => <RoleGivenMail {...mail} />,
  });
}
