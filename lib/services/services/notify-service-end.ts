import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
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
  const { serviceName, endsOn } = ended;
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.services.receive",
    kind: "services",
    to: told,
    subject: () => (endsOn ? `${serviceName} ends on ${endsOn}` : `${serviceName} was cancelled`),
    template: "service-cancelled",
    body: () => ServiceCancelled({ accountName: account.name, ...ended }),
  });
}
