import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { shown } from "@/lib/platform/operations/stored";
import type { inboundMailItem, mailDepartment, mailOutcome } from "./schema";

export const inboundColumns = {
  id: true,
  fromName: true,
  fromAddress: true,
  envelopeFrom: true,
  envelopeTo: true,
  subject: true,
  department: true,
  outcome: true,
  summary: true,
  said: true,
  account: { select: { id: true, name: true } },
  receivedAt: true,
} as const satisfies Prisma.InboundMailSelect;

export type InboundRow = Prisma.InboundMailGetPayload<{ select: typeof inboundColumns }>;

/** A received mail for a list. */
export const presentInbound = ({ actor }: Context, mail: InboundRow): z.input<typeof inboundMailItem> => ({
  id: mail.id,
  from: { name: mail.fromName ?? "", address: mail.fromAddress ?? mail.envelopeFrom },
  subject: mail.subject ?? "",
  to: mail.envelopeTo,
  department: mail.department as z.infer<typeof mailDepartment>,
  outcome: (mail.outcome ?? "processing") as z.infer<typeof mailOutcome>,
  reason: mail.summary === null ? "" : shown({ summary: mail.summary, said: mail.said }, actor.locale),
  account: mail.account,
  receivedAt: iso(mail.receivedAt),
});
