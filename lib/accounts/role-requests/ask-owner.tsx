import { t } from "@/lib/platform/language/t";
import { forOwner } from "@/lib/platform/mail/mail-about";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { isOwner } from "@/lib/policy/subject";
import { RoleRequestMail } from "./mail/role-request";
import type { NewRoleRequest } from "./new-role-request";
import { requestNumber } from "./present-role-request";
import { roleRequestHref } from "./role-request-href";
import { requestedRoleName } from "./schema";

interface Waiting extends NewRoleRequest {
  readonly id: string;
  readonly number: number;
  readonly expiresAt: Date;
}

/**
 * Asks the owner by email whether a request that isn't certain is theirs. The link leads to a page that answers only to
 * them, by a button: what opens links in mails decides nothing.
 */
export async function askOwner({ db, account, people }: Context<"account">, asked: Waiting): Promise<void> {
  const owner = (await people()).find((one) => isOwner(one.subject));
  if (owner === undefined) return;
  const { person, requester, role, roleEndsAt, expiresAt } = asked;
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: {
      address: owner.email,
      name: owner.name,
      locale: owner.locale,
      reader: { contactId: owner.contactId },
    },
    subject: () =>
      t("Please confirm: “{role}” on {account} for {name}", {
        role: t(requestedRoleName(role)),
        account: account.name,
        name: person.name,
      }),
    template: "role-request",
    about: forOwner,
    body: () => (
      <RoleRequestMail
        owner={owner.name}
        account={account.name}
        number={requestNumber(asked.number)}
        requester={requester.name}
        sender={asked.senderAddress}
        person={person}
        role={t(requestedRoleName(role))}
        roleEndsAt={roleEndsAt}
        expiresAt={expiresAt}
        href={roleRequestHref(account.id, asked.id)}
      />
    ),
  });
}
