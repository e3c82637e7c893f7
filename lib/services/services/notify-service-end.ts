import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import { ServiceCancelled, type ServiceCancelledProps } from "@/lib/services/services/mail/service-cancelled";

interface Ended extends Omit<ServiceCancelledProps, "accountName"> {
  readonly serviceId: string;
}

/** The recipients of service notifications who may see this service. */
export async function notifyServiceEnd(
  { db, account, people }: NotifyingContext,
  { serviceId, ...ended }: Ended,
): Promise<void> {
  const told = noticeRecipients(await people(), "notices.services.receive").filter(
    ({ subject }) => subject.serviceLimit === null || subject.serviceLimit.includes(serviceId),
  );
  const { serviceName, endsAt } = ended;
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.services.receive",
    kind: "services",
    to: told,
    subject: () =>
      endsAt
        ? t("{serviceName} ends on {date}", { serviceName, date: dayInWords(endsAt) })
        : t("{serviceName} was cancelled", { serviceName }),
    template: "service-cancelled",
    about: { kind: "services", ids: [serviceId] },
    body: () => ServiceCancelled({ accountName: account.name, ...ended }),
  });
}
