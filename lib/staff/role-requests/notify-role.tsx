import type { Giver } from "@/lib/accounts/core/write-access";
import { type RoleRequestRow, requestNumber } from "@/lib/accounts/role-requests/present-role-request";
import { roleRequestHref } from "@/lib/accounts/role-requests/role-request-href";
import { env } from "@/lib/platform/config/env";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import type { Context } from "@/lib/platform/operations/operation";
import { notifyOwner } from "@/lib/staff/core/notify-owner";
import { RoleGivenMail } from "@/lib/staff/role-requests/mail/role-given";

interface GivenRole {
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  readonly invited: boolean;
  /** Name of the standard role. */
  readonly role: Sentence;
  readonly roleEndsAt: Date | null;
  readonly by: Giver;
  /** The request that it was assigned on. */
  readonly request: RoleRequestRow;
}

/** Emails the owner about the assigned role, and the person too unless they just got an invitation. */
export async function notifyRole(context: Context<"account">, given: GivenRole): Promise<void> {
  const { db, account } = context;
  const { contactId, name, email, invited, role, roleEndsAt, by, request } = given;
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
      [t("Until"), roleEndsAt ? dayInWords(roleEndsAt) : t("No end date")],
      [t("Approved by"), request.decidedByName ?? ""],
      [t("Request"), requestNumber(request.number)],
    ],
    by: {
      name: by.name,
      requestedBy: request.requesterName,
      ...(request.reference && { reference: request.reference }),
    },
    ifWrong: t("If you didn't request this, remove the role on the person's page and contact us. We'll look into it."),
    href: roleRequestHref(account.id, request.id),
    label: t("View request"),
  }));
  if (invited) return;
  const mail = { name, role, href: base, account: account.name, by: by.name, requestedBy: by.requestedBy };
  const person = (await context.people()).find((one) => one.contactId === contactId);
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: person?.locale ?? null, reader: { contactId } },
    subject: () => t("Your access to {account} has changed", { account: account.name }),
    template: "role-given",
    about: { permission: "account.view" },
    body: () => <RoleGivenMail {...mail} />,
  });
}
