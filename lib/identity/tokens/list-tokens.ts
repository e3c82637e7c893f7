import { z } from "zod";
import { tokenSchema } from "@/lib/identity/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { isOver } from "@/lib/policy/subject";

const orders = {
  name: (sort) => [{ name: sort }, { createdAt: "desc" }],
  created: (sort) => [{ createdAt: sort }],
  used: (sort) => [{ lastUsedAt: { sort, nulls: "last" } }, { createdAt: "desc" }],
  expires: (sort) => [{ expiresAt: sort }, { createdAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.ApiTokenOrderByWithRelationInput[]>;

/** The person's API tokens that aren't revoked, newest first. The tokens themselves are never stored. */
export const listTokens = defineQuery({
  name: "profile.list-tokens",
  permission: "profile.manage",
  scope: "self",
  summary: "List your API tokens",
  activity: "view API tokens",
  input: z.object({ ...pageInput, ...sortInput(orders, "created", "desc") }),
  output: pageOf(tokenSchema),
  http: { method: "GET", path: "/me/tokens" },
  run: async ({ db, actor, realNow: now }, { page, ...order }) => {
    const where = { personId: actor.personId, revokedAt: null };
    const tokens = db.apiToken.findMany({
      where,
      orderBy: orderBy(orders, order),
      ...pageSlice(page, FORMS_PAGE_SIZE),
      select: {
        id: true,
        name: true,
        prefix: true,
        permissions: true,
        createdAt: true,
        expiresAt: true,
        lastUsedAt: true,
      },
    });
    const [found, total] = await Promise.all([
      tokens,
      db.apiToken.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const items = found.map((row) => ({
      ...row,
      createdAt: iso(row.createdAt),
      expiresAt: iso(row.expiresAt),
      expired: isOver(row.expiresAt, now),
      lastUsedAt: isoOrNull(row.lastUsedAt),
    }));
    return pageResult(items, total, page, FORMS_PAGE_SIZE);
  },
});
