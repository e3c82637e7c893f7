import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { linkItem } from "./schema";

export const linkColumns = {
  id: true,
  title: true,
  url: true,
  domain: true,
  description: true,
  addedByName: true,
  createdAt: true,
  version: true,
} as const satisfies Prisma.LinkSelect;

export type LinkRow = Prisma.LinkGetPayload<{ select: typeof linkColumns }>;

/** A link that the viewer may see. Throws `not-found` for all others. */
export async function visibleLink(context: Context, linkId: string): Promise<LinkRow> {
  const where = accessibleWhere(context, "links.search", { id: linkId });
  const link = await context.db.link.findFirst({ where, select: linkColumns });
  if (link === null) throw notFound(t("Link not found."));
  return link;
}

export const presentLink = ({ viewer }: Context, { createdAt, ...link }: LinkRow): z.input<typeof linkItem> => ({
  ...link,
  createdAt: iso(createdAt),
  allowed: {
    update: can(viewer, "links.update"),
    remove: can(viewer, "links.delete"),
  },
});
