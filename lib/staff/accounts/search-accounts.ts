import { z } from "zod";
import { searchText } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { accountsFound } from "./account-search";

const MOST = 8;

const result = z.object({ kind: z.string(), title: z.string(), subtitle: z.string(), href: z.string() });

/** The few accounts the console's command palette suggests while typing. */
export const searchAccounts = defineQuery({
  name: "staff.search-accounts",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Search accounts while typing",
  activity: "search customer accounts",
  input: z.object({ q: z.string().trim().min(1).max(200) }),
  output: z.object({ results: z.array(result).max(MOST) }),
  http: { method: "GET", path: "/staff/search" },
  run: async ({ db }, { q }) => {
    if (searchText(q) === "") return { results: [] };
    const found = await db.account.findMany({
      where: await accountsFound(db, q),
      select: { id: true, number: true, name: true, status: true, owner: { select: { name: true } } },
      orderBy: [{ status: "asc" }, { nameSearch: "asc" }, { id: "asc" }],
      take: MOST,
    });
    return {
      results: found.map(({ id, number, name, status, owner }) => ({
        kind: t("Accounts"),
        title: name,
        subtitle: [number, owner.name, status === "closed" ? t("closed") : null].filter(Boolean).join(" · "),
        href: `/staff/accounts/${id}`,
      })),
    };
  },
});
