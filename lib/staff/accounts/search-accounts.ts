import { z } from "zod";
import { contains } from "@/lib/platform/kernel/contains";
import { defineQuery } from "@/lib/platform/operations/operation";

const MOST = 8;

const result = z.object({ kind: z.literal("Accounts"), title: z.string(), subtitle: z.string(), href: z.string() });

/** The few accounts that the command palette of the console offers while somebody types. */
export const searchAccounts = defineQuery({
  name: "staff.search",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Find a few accounts while typing",
  input: z.object({ q: z.string().trim().min(1).max(200) }),
  output: z.object({ results: z.array(result) }),
  http: { method: "GET", path: "/staff/search" },
  run: async ({ db }, { q }) => {
    const people = { status: { not: "removed" as const }, OR: [{ email: contains(q) }, { name: contains(q) }] };
    const found = await db.account.findMany({
      where: { OR: [{ name: contains(q) }, { number: contains(q) }, { contacts: { some: people } }] },
      select: { id: true, number: true, name: true, status: true, owner: { select: { name: true } } },
      orderBy: [{ status: "asc" }, { name: "asc" }, { id: "asc" }],
      take: MOST,
    });
    return {
      results: found.map(({ id, number, name, status, owner }) => ({
        kind: "Accounts" as const,
        title: name,
        subtitle: [number, owner.name, status === "closed" ? "closed" : null].filter(Boolean).join(" · "),
        href: `/staff/accounts/${id}`,
      })),
    };
  },
});
