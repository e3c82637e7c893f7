import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { inboundColumns } from "./present-inbound";

const detailColumns = {
  ...inboundColumns,
  entrance: true,
  clientIp: true,
  messageId: true,
  bytes: true,
  identity: true,
  checks: true,
  ticketId: true,
  ticketNumber: true,
  alsoTo: true,
  decidedByName: true,
  decidedAt: true,
  keepUntil: true,
} as const satisfies Prisma.InboundMailSelect;

export type HandledMail = Prisma.InboundMailGetPayload<{ select: typeof detailColumns }>;

/** A received mail that the viewer may handle. Throws `not-found` for all others. */
export async function handledMail(context: Context, mailId: string): Promise<HandledMail> {
  const where = accessibleWhere(context, "staff.inbound-mail.handle", { id: mailId });
  const mail = await context.db.inboundMail.findFirst({ where, select: detailColumns });
  if (mail === null) throw notFound(t("Email not found."));
  return mail;
}
