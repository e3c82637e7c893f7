import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { msg } from "@/lib/platform/language/msg";
import { queueDelivery } from "./queue-delivery";

/** Queues a message for each service that was paid for since its endpoint became active. */
export const sendOrdersJob: ScheduledJob = {
  name: "provision",
  phase: "announce",
  queue: "send-orders",
  cron: "* * * * *",
  onInvoiceChange: true,
  words: msg("{count, plural, one {# order sent to provisioning} other {# orders sent to provisioning}}"),
  async find(db, _, after, take) {
    const endpoints = await db.provisioningEndpoint.findMany({
      where: { active: true },
      select: { id: true, isDefault: true, activeSince: true },
    });
    if (endpoints.length === 0) return [];
    return db.service.findMany({
      where: {
        id: { gt: after },
        settingUp: true,
        status: "active",
        deliveries: { none: {} },
        OR: endpoints.map(sentTo),
      },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    });
  },
  work: ({ accountId, id }, now) =>
    withinAccount(accountId, now, async ({ db }) =>
      Number((await queueDelivery(db, accountId, id, { event: "service.set-up", numberAfter: onlyFirst })) !== null),
    ),
};

const onlyFirst = (last: number): number | null => (last === 0 ? 1 : null);

const sentTo = (endpoint: { id: string; isDefault: boolean; activeSince: Date }): Prisma.ServiceWhereInput => ({
  startedAt: { gte: endpoint.activeSince },
  product: {
    setUpByHand: false,
    OR: [{ endpointId: endpoint.id }, ...(endpoint.isDefault ? [{ endpointId: null }] : [])],
  },
});
