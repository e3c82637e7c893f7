import { z } from "zod";
import { type Context, defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { isoOrNull } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { notFound } from "@/lib/kernel/problem";
import { cancellation } from "./schema";

/** What cancelling would bring about, to be said before it is asked for. */
export const previewCancellation = defineQuery({
  name: "services.preview-cancellation",
  permission: "services.cancel",
  scope: "account",
  summary: "See what cancelling a service would bring about",
  input: z.object({ serviceId: id }),
  output: cancellation,
  http: { method: "GET", path: "/accounts/{accountId}/services/{serviceId}/cancellation" },
  async run(context, { serviceId }) {
    const service = await context.db.service.findFirst({
      where: rows(context, "services.cancel", { id: serviceId }),
      select: {
        id: true,
        name: true,
        status: true,
        renewsAt: true,
        version: true,
        product: { select: { name: true } },
        _count: { select: { credentials: true } },
      },
    });
    if (service === null) throw notFound();
    const { product, _count, renewsAt, ...facts } = service;
    return {
      ...facts,
      product: product.name,
      renewsAt: isoOrNull(renewsAt),
      loginCount: _count.credentials,
      openTicketCount: await openTickets(context, serviceId),
      limitedContacts: await limitedTo(context, serviceId),
    };
  },
});

const openTickets = (context: Context<"account">, serviceId: string): Promise<number> =>
  context.db.ticket.count({
    where: rows(context, "support.tickets.view", { serviceId, status: { not: "closed" as const } }),
  });

/** They would be left without any service that they may see. */
async function limitedTo(context: Context<"account">, serviceId: string): Promise<string[]> {
  const contacts = await context.db.contact.findMany({
    where: {
      accountId: context.account.id,
      limitedToServices: true,
      status: { not: "removed" },
      serviceLimits: { some: { serviceId }, every: { serviceId } },
    },
    select: { name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return contacts.map(({ name }) => name);
}
