import { z } from "zod";
import { type Context, defineCommand } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { id, version } from "@/lib/kernel/ids";
import { invalidField, notFound, Problem, staleVersion } from "@/lib/kernel/problem";
import { noticeRecipients } from "@/lib/mail/notice-recipients";
import { sendMail } from "@/lib/mail/outbox";
import { ServiceCancelled } from "@/lib/mail/templates/service-cancelled";
import { statusAfter, statusesBefore } from "./lifecycle";
import { serviceStatus } from "./schema";

const input = z.object({
  serviceId: id,
  confirmName: z.string().max(200).describe("The name of the service, letter by letter"),
  reason: z.string().trim().max(500, "A reason has 500 characters at most.").default(""),
  version,
});

/** The account owner alone (both policy documents), at once and for good. Its login details go with it. */
export const cancelService = defineCommand({
  name: "services.cancel",
  permission: "services.cancel",
  scope: "account",
  summary: "Cancel a service, at once and for good",
  input,
  output: z.object({ id, status: serviceStatus, version }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/cancel" },
  async run(context, { serviceId, confirmName, reason, version: seen }) {
    const service = await context.db.service.findFirst({
      where: rows(context, "services.cancel", { id: serviceId }),
      select: { name: true, status: true, product: { select: { name: true } } },
    });
    if (service === null) throw notFound();
    const status = statusAfter(service.status, "cancel");
    if (status === null) throw new Problem("conflict", "This service has been cancelled already.");
    if (confirmName !== service.name) {
      throw invalidField("confirmName", "Type the name exactly as it is written.");
    }
    await stop(context, serviceId, seen, reason);
    await tellPeople(context, serviceId, service.name, service.product.name, reason);
    return {
      output: { id: serviceId, status, version: seen + 1 },
      audit: {
        summary: `Cancelled the service ${service.name}`,
        target: { type: "service", id: serviceId },
        details: { reason: reason === "" ? null : reason },
      },
    };
  },
});

async function stop(context: Context<"account">, serviceId: string, seen: number, reason: string): Promise<void> {
  const { db, account, now } = context;
  const before = { id: serviceId, version: seen, status: { in: statusesBefore("cancel") } };
  const changed = await db.service.updateMany({
    where: rows(context, "services.cancel", before),
    data: {
      status: "cancelled",
      cancelledAt: now,
      cancelReason: reason === "" ? null : reason,
      renewsAt: null,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw staleVersion();
  const its = { accountId: account.id, serviceId };
  await db.serviceCredential.deleteMany({ where: its });
  await db.order.updateMany({ where: { ...its, status: "placed" }, data: { status: "declined" } });
}

/** Those who are told of services, as far as this one is theirs to know of. */
async function tellPeople(
  { db, account, actor, people }: Context<"account">,
  serviceId: string,
  serviceName: string,
  productName: string,
  reason: string,
): Promise<void> {
  const told = noticeRecipients(await people(), "notices.services.receive");
  for (const { name, email, subject } of told) {
    if (subject.serviceLimit !== null && !subject.serviceLimit.includes(serviceId)) continue;
    await sendMail(db, {
      accountId: account.id,
      kind: "services",
      to: { address: email, name },
      subject: `${serviceName} was cancelled`,
      template: "service-cancelled",
      body: ServiceCancelled({ accountName: account.name, serviceName, productName, cancelledBy: actor.name, reason }),
    });
  }
}
