import { z } from "zod";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const schema = z.object({ id, fromName: z.string(), expiresAt: isoDateTime });

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    offer: z.infer<typeof schema>;
  }
}

export const offerPart = defineDashboardPart({
  name: "offer",
  permission: "dashboard.view",
  schema,
  load: ownershipOffer,
});

/** The ownership transfer awaiting the viewer's answer, if any. */
async function ownershipOffer({
  db,
  account,
  actor,
  realNow: now,
}: Context<"account">): Promise<z.input<typeof schema> | undefined> {
  if (actor.contactId === null) return undefined;
  const offer = await db.ownershipTransfer.findFirst({
    where: { accountId: account.id, toContactId: actor.contactId, status: "offered", expiresAt: { gt: now } },
    select: { id: true, expiresAt: true, from: { select: { name: true } } },
  });
  return offer === null ? undefined : { id: offer.id, fromName: offer.from.name, expiresAt: iso(offer.expiresAt) };
}
