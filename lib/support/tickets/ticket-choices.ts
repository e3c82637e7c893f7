import { z } from "zod";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { readDrafts } from "./read-drafts";
import { department, namedService, newTicketDraft } from "./schema";

/** The choices of a new ticket: the services the viewer sees and the departments their permission covers. */
export const ticketChoices = defineQuery({
  name: "tickets.view-choices",
  permission: "support.tickets.open",
  scope: "account",
  summary: "List the services and departments a new ticket can be for",
  activity: "view ticket options",
  input: z.object({}),
  output: z.object({
    services: z.array(namedService),
    departments: z.array(department),
    /** What the viewer has typed of a new ticket and not opened. */
    draft: newTicketDraft,
  }),
  http: { method: "GET", path: "/accounts/{accountId}/ticket-choices" },
  run: async (context) => {
    const services = await context.db.service.findMany({
      where: accessibleWhere(context, "services.view", { status: { not: "cancelled" as const } }),
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const mine = { serviceId: null, openedByContactId: context.actor.contactId };
    const departments = department.options.filter((one) =>
      can(context.viewer, "support.tickets.open", { ...mine, department: one }),
    );
    const { draft } = await readDrafts(context, null);
    return { services, departments, draft };
  },
});
