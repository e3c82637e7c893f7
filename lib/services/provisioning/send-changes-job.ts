import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asJob } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { msg } from "@/lib/platform/language/msg";
import { queueDelivery } from "./queue-delivery";
import { eventAfter, toldOf } from "./told-of";

/**
 * Queues a message about each service that has been suspended, restored, changed or cancelled since its provisioning system
 * was told of it. One message at a time: the next says how things are by then. Also for a closed account, whose services
 * end with it.
 */
export const sendChangesJob: ScheduledJob = {
  name: "provision-changes",
  phase: "announce",
  queue: "send-orders",
  cron: "* * * * *",
  onInvoiceChange: true,
  words: msg("{count, plural, one {# change sent to provisioning} other {# changes sent to provisioning}}"),
  find: (db, _, after, take) =>
    db.service.findMany({
      where: { id: { gt: after }, toTell: true, deliveries: { none: { status: "queued" } } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }, now) => (await asJob(accountId, now, ({ db }) => tell(db, accountId, id))) ?? 0,
};

/** Taken off the list first: of several workers, one goes on. */
async function tell(db: ScopedDb, accountId: string, id: string): Promise<number> {
  const taken = await db.service.updateMany({ where: { accountId, id, toTell: true }, data: { toTell: false } });
  if (taken.count === 0) return 0;
  const service = await db.service.findFirst({
    where: { accountId, id },
    select: {
      status: true,
      interval: true,
      options: true,
      product: { select: { slug: true } },
      deliveries: { select: { told: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  const [last] = service?.deliveries ?? [];
  if (service === null || last === undefined) return 0;
  const event = eventAfter(last.told, toldOf(service));
  if (event === null) return 0;
  return Number((await queueDelivery(db, accountId, id, { event, numberAfter: (number) => number + 1 })) !== null);
}
