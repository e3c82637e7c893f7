import { z } from "zod";
import { findPeople } from "@/lib/accounts/people/find-people";
import { findInvoices } from "@/lib/billing/invoices/find-invoices";
import { searchText } from "@/lib/platform/kernel/search-text";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { searchResult } from "@/lib/platform/operations/search-result";
import { findServices } from "@/lib/services/services/find-services";
import { findTickets } from "@/lib/support/tickets/find-tickets";

/**
 * Finds people, invoices, tickets and services by what people call them. Each kind is searched through the filter of
 * its own permission, so nothing is found that its page would not show.
 */
export const find = defineQuery({
  name: "search.find",
  permission: "account.view",
  scope: "account",
  summary: "Find people, invoices, tickets and services, as far as they are the viewer's to see",
  input: z.object({ q: z.string().trim().min(2, "Type two characters or more.").max(200) }),
  output: z.object({ results: z.array(searchResult) }),
  http: { method: "GET", path: "/accounts/{accountId}/search" },
  run: async (context: Context<"account">, { q }) => {
    // Accents or invisible marks alone are no word to look for.
    if (searchText(q) === "") return { results: [] };
    return {
      results: [
        ...(await findInvoices(context, q)),
        ...(await findPeople(context, q)),
        ...(await findServices(context, q)),
        ...(await findTickets(context, q)),
      ],
    };
  },
});
