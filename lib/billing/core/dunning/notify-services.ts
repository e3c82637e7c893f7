import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import {
  ServicesStopped,
  type ServicesStoppedProps,
  servicesInWords,
} from "@/lib/billing/core/dunning/mail/services-stopped";
import { env } from "@/lib/platform/config/env";
import { groupBy } from "@/lib/platform/kernel/group-by";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

interface NamedService {
  readonly id: string;
  readonly name: string;
}

/**
 * Notifies recipients of service notifications which services were set up, suspended or restored, as far as they can
 * see them. Gives no reason: support contacts must not learn about billing.
 */
export async function notifyServices(
  { db, account, people }: NotifyingContext,
  what: ServicesStoppedProps["what"],
  services: readonly NamedService[],
): Promise<void> {
  if (services.length === 0) return;
  const knows = (limit: readonly string[] | null) =>
    services.filter(({ id }) => limit === null || limit.includes(id)).map(({ id, name }) => ({ id, name }));
  const recipients = noticeRecipients(await people(), "notices.services.receive");
  for (const [key, to] of groupBy(recipients, ({ subject }) => JSON.stringify(knows(subject.serviceLimit)))) {
    const known: NamedService[] = JSON.parse(key);
    if (known.length === 0) continue;
    const names = known.map(({ name }) => name);
    await sendNotice(db, {
      accountId: account.id,
      notice: "notices.services.receive",
      to,
      kind: "services",
      subject: () => servicesInWords(what, names),
      template: "services-stopped",
      about: { kind: "services", ids: known.map(({ id }) => id) },
      body: ({ hasLogin }) =>
        ServicesStopped({
          accountName: account.name,
          what,
          names,
          href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/services` : null,
        }),
    });
  }
}
