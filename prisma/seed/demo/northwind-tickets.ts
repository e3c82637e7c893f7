import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import { buildTicket } from "../builders/ticket";
import type { Northwind } from "./northwind";
import type { DemoStaff } from "./staff";
import { northwindTickets, type TicketText } from "./ticket-texts";

const NAMES: Record<TicketText["by"], string> = {
  owner: "Ingrid Solheim",
  administrator: "Marcus Okafor",
  support: "Tomás Herrera Villanueva",
  billingSupport: "Hannah Vogel",
  custom: "Jun Watanabe",
};

/** Oldest first, so that ticket numbers rise with time. */
export async function seedNorthwindTickets(
  db: OwnerDatabase,
  northwind: Northwind,
  staff: DemoStaff,
  now: Date,
): Promise<void> {
  for (const text of northwindTickets.toReversed()) {
    const accounting = text.department === "billing";
    const answerer = accounting ? "Claire Dubois" : "Sam Whitfield";
    await buildTicket(db, northwind.id, {
      subject: text.subject,
      status: text.status,
      priority: text.priority ?? "normal",
      department: text.department ?? "support",
      serviceId: text.service && northwind.services[text.service],
      assigneeId: text.answer === undefined ? undefined : accounting ? staff.accountingId : staff.supportId,
      rating: text.rating,
      watchers: text.priority === "urgent" && text.status === "open" ? watchersOf(northwind) : [],
      openedBy: { contactId: northwind.contacts[text.by], name: NAMES[text.by] },
      openedAt: addMinutes(addDays(now, -text.daysAgo), -200 - (text.daysAgo % 7) * 83),
      messages: [
        { body: text.ask },
        ...(text.priority === "urgent"
          ? [
              {
                body: "Paged the network team; they'll take a look first.",
                staff: "Sam Whitfield",
                internal: true,
                afterMinutes: 6,
              },
            ]
          : []),
        ...(text.answer === undefined ? [] : [{ body: text.answer, staff: answerer }]),
        ...(text.thanks === undefined ? [] : [{ body: text.thanks }]),
      ],
    });
  }
}

/** A service is down: the administrator watches, and the owner was copied in. */
const watchersOf = ({ contacts }: Northwind) => [
  { contactId: contacts.administrator },
  { contactId: contacts.owner, addedByName: NAMES.support },
];
