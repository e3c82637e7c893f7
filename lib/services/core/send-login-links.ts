import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { env } from "@/lib/platform/config/env";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { OWN_LINK } from "@/lib/platform/mail/outbox";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { LoginLink, loginLinkSubject } from "./mail/login-link";
import { revokeLoginLinks } from "./revoke-login-links";

const DAYS = 7;

interface Sent {
  readonly id: string;
  readonly name: string;
  /** The mail also says that the service was set up. */
  readonly justSetUp: boolean;
}

/**
 * Sends everyone who gets service notifications, can sign in and may view this service's login details a link of their own
 * that reveals them once. Links sent to them earlier end. Returns the contacts it was sent to.
 */
export async function sendLoginLinks(
  { db, account, people }: NotifyingContext,
  { id: serviceId, name: serviceName, justSetUp }: Sent,
  realNow: Date,
): Promise<ReadonlySet<string>> {
  const to = noticeRecipients(await people(), "notices.services.receive").filter(
    ({ hasLogin, subject }) => hasLogin && can(viewerOf(subject), "services.credentials.view", { id: serviceId }),
  );
  if (to.length === 0) return new Set();
  const tokens = new Map(to.map(({ contactId }) => [contactId, newSecretToken()]));
  const accountId = account.id;
  await revokeLoginLinks(db, { accountId, serviceId, contactIds: [...tokens.keys()] }, realNow);
  await db.credentialLink.createMany({
    data: [...tokens].map(([contactId, token]) => ({
      accountId,
      serviceId,
      contactId,
      tokenHash: hashToken(token),
      createdAt: realNow,
      expiresAt: addDays(realNow, DAYS),
    })),
  });
  await sendNotice(db, {
    accountId,
    notice: "notices.services.receive",
    to,
    kind: "services",
    subject: () => loginLinkSubject({ serviceName, justSetUp }),
    template: "login-link",
    about: { kind: "login-details", ids: [serviceId] },
    link: ({ contactId }) => `${env().PORTAL_URL}/a/${accountId}/login-link/${tokens.get(contactId)}`,
    body: () => LoginLink({ accountName: account.name, serviceName, justSetUp, href: OWN_LINK, days: DAYS }),
  });
  return new Set(tokens.keys());
}
