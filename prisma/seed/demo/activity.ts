import { addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

type Who = keyof Northwind["contacts"];

// biome-ignore format: a table is read by rows
const events: readonly [hoursAgo: number, who: Who, name: string, operation: string, permission: string, summary: string, denied?: true][] = [
  [2, "support", "Tomás Herrera Villanueva", "services.reveal-credential", "services.credentials.view", "Revealed the SSH credentials for web-02.northwind.example"],
  [3, "support", "Tomás Herrera Villanueva", "tickets.open", "support.tickets.open", "Opened ticket “web-02 returns 502 since the kernel update last night”"],
  [7, "billing", "Priya Raman", "tickets.list", "support.tickets.view", "Tried to view tickets", true],
  [28, "administrator", "Marcus Okafor", "people.change-access", "people.roles.change", "Granted “View credentials” to Jun Watanabe until the end of the year"],
  [51, "support", "Tomás Herrera Villanueva", "invoices.list", "billing.invoices.view", "Tried to view invoices", true],
  [75, "billing", "Priya Raman", "people.export", "people.export", "Tried to export people", true],
  [120, "owner", "Ingrid Solheim", "people.suspend", "people.members.suspend", "Suspended Dagny Bakker"],
  [340, "owner", "Ingrid Solheim", "people.change-access", "people.roles.change", "Assigned the Support role to Dagny Bakker"],
  [700, "administrator", "Marcus Okafor", "people.invite", "people.members.add", "Invited Dagny Bakker"],
  [2100, "administrator", "Marcus Okafor", "people.invite", "people.members.add", "Invited Jun Watanabe with individual permissions"],
  [5040, "owner", "Ingrid Solheim", "services.cancel", "services.cancel", "Cancelled legacy-shop.northwind.example"],
  [10_000, "administrator", "Marcus Okafor", "people.change-access", "people.roles.change", "Assigned the Billing and Support roles to Hannah Vogel"],
];

export async function seedActivity(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  await db.auditEvent.createMany({
    data: events.map(([hoursAgo, who, actorName, operation, permission, summary, denied]) => ({
      accountId: northwind.id,
      at: addMinutes(now, -hoursAgo * 60 - 13),
      actorContactId: northwind.contacts[who],
      actorName,
      via: "page",
      operation,
      permission,
      outcome: denied ? "denied" : "done",
      summary,
      ip: "203.0.113.48",
    })),
  });
}
