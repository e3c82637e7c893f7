import { z } from "zod";
import { invitationsWaiting, openRequests, unverifiedPeople } from "@/lib/accounts/access/people-waiting";
import { recentActivity } from "@/lib/accounts/activity/recent-activity";
import { ownershipOffer } from "@/lib/accounts/ownership/ownership-offer";
import { invoicesDue } from "@/lib/billing/invoices/invoices-due";
import { expiringCards } from "@/lib/billing/payment-methods/expiring-cards";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import { servicesSoon } from "@/lib/services/services/services-soon";
import { ticketsWaiting } from "@/lib/support/tickets/tickets-waiting";
import { type Dashboard, dashboard } from "./schema";

type Part = (context: Context<"account">) => Promise<unknown>;

/** Each part with the permission of those who can do something about it. */
const parts: { readonly [P in Exclude<keyof Dashboard, "offer">]: readonly [Permission, Part] } = {
  invoices: ["billing.invoices.view", invoicesDue],
  cards: ["billing.payment-methods.view", expiringCards],
  tickets: ["support.tickets.view", ticketsWaiting],
  requests: ["people.requests.answer", openRequests],
  invitations: ["people.members.resend-invite", invitationsWaiting],
  unverified: ["people.members.update-email", unverifiedPeople],
  services: ["services.view", servicesSoon],
  activity: ["activity.view", recentActivity],
};

/** What needs doing, for this viewer: parts that they may not see are not in the answer at all. */
export const viewDashboard = defineQuery({
  name: "dashboard.view",
  permission: "dashboard.view",
  scope: "account",
  summary: "Read what needs doing on the account, as far as it is the viewer's to see",
  input: z.object({}),
  output: dashboard,
  http: { method: "GET", path: "/accounts/{accountId}/dashboard" },
  run: async (context) => {
    const offer = await ownershipOffer(context);
    const seen: Record<string, unknown> = offer ? { offer } : {};
    // One after another: they share one connection.
    for (const [name, [permission, part]] of Object.entries(parts)) {
      if (canSome(context.viewer, permission)) seen[name] = await part(context);
    }
    return seen as Dashboard;
  },
});
