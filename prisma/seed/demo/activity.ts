import { saidList, saidRow } from "@/lib/accounts/core/said-list";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { type Said, say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

type Who = keyof Northwind["contacts"];

const individual = say("{count, plural, one {# individual permission} other {# individual permissions}}", { count: 7 });
const limited = say(
  "{count, plural, =0 {limited to no service} one {limited to # service} other {limited to # services}}",
  {
    count: 2,
  },
);

const tried = (activity: string): Said => say("Tried to {activity}", { activity: { text: activity } });
const changed = (name: string, access: Said): Said => say("Changed access for {name}: {access}", { name, access });
const invited = (name: string, access: Said): Said => say("Invited {name}: {access}", { name, access });

type Event = readonly [
  hoursAgo: number,
  who: Who,
  name: string,
  operation: string,
  permission: string,
  summary: Said,
  denied?: true,
];

// biome-ignore format: a table is read by rows
const events = (ticket: number): readonly Event[] => [
  [2, "support", "Tomás Herrera Villanueva", "services.reveal-credential", "services.credentials.view", say("Revealed the {label} credentials for {name}", { label: "SSH", name: "web-02.northwind.example" })],
  [3, "support", "Tomás Herrera Villanueva", "tickets.open", "support.tickets.open", say("Opened ticket #{number}", { number: ticket })],
  [7, "billing", "Priya Raman", "tickets.list", "support.tickets.view", tried("view tickets"), true],
  [28, "administrator", "Marcus Okafor", "people.change-access", "people.roles.change", changed("Jun Watanabe", saidRow([individual, limited]))],
  [51, "support", "Tomás Herrera Villanueva", "invoices.list", "billing.invoices.view", tried("view invoices"), true],
  [75, "billing", "Priya Raman", "people.export", "people.export", tried("export contacts"), true],
  [120, "owner", "Ingrid Solheim", "people.suspend", "people.members.suspend", say("Suspended {name}", { name: "Dagny Bakker" })],
  [340, "owner", "Ingrid Solheim", "people.change-access", "people.roles.change", changed("Dagny Bakker", say("Support"))],
  [700, "administrator", "Marcus Okafor", "people.invite", "people.members.add", invited("Dagny Bakker", say("Billing"))],
  [2100, "administrator", "Marcus Okafor", "people.invite", "people.members.add", invited("Jun Watanabe", individual)],
  [5040, "owner", "Ingrid Solheim", "services.cancel", "services.cancel", say("Cancelled the service {name}", { name: "legacy-shop.northwind.example" })],
  [10_000, "administrator", "Marcus Okafor", "people.change-access", "people.roles.change", changed("Hannah Vogel", saidList([say("Billing"), say("Support")]))],
];

export async function seedActivity(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  const { number } = await db.ticket.findFirstOrThrow({
    where: { accountId: northwind.id },
    orderBy: { createdAt: "desc" },
  });
  await db.auditEvent.createMany({
    data: events(number).map(([hoursAgo, who, actorName, operation, permission, summary, denied]) => ({
      accountId: northwind.id,
      at: addMinutes(now, -hoursAgo * 60 - 13),
      actorContactId: northwind.contacts[who],
      actorName,
      via: "page",
      operation,
      permission,
      outcome: denied ? "denied" : "done",
      ...stored(summary),
      ip: "203.0.113.48",
    })),
  });
}
