import { z } from "zod";
import { features } from "@/lib/features";
import { searchText } from "@/lib/platform/kernel/search-text";
import { issue } from "@/lib/platform/language/msg";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type SearchResult, searchResult } from "@/lib/platform/operations/search-source";

const sources = features.flatMap(({ search = [] }) => search);

/**
 * Global search. Each kind is searched through the filter of its own permission, so it finds nothing its page wouldn't
 * show.
 */
export const find = defineQuery({
  name: "search.find",
  permission: "account.view",
  scope: "account",
  summary: "Find people, invoices, tickets and services the viewer may see",
  activity: "search",
  input: z.object({ q: z.string().trim().min(2, issue("Enter at least 2 characters.")).max(200) }),
  output: z.object({ results: z.array(searchResult) }),
  http: { method: "GET", path: "/accounts/{accountId}/search" },
  replica: true,
  async run(context: Context<"account">, { q }) {
    // Accents or invisible marks alone are nothing to search for.
    if (searchText(q) === "") return { results: [] };
    const results: SearchResult[] = [];
    // One after another: they share one connection.
    for (const source of sources) results.push(...(await source(context, q)));
    return { results };
  },
});
