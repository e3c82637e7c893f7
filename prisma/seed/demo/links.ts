import { addDays } from "@/lib/platform/kernel/dates";
import { shownDomain } from "@/lib/workspace/links/link-address";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

const links = [
  [
    "support",
    "Runbook",
    "https://wiki.northwind.example/runbook",
    "What to do at night: restarts, failover, whom to call.",
  ],
  ["administrator", "Status page", "https://status.northwind.example/", "What our own customers see."],
  ["support", "Monitoring", "https://monitoring.northwind.example/d/fleet", "Dashboards of all servers."],
  ["administrator", "Handbook", "https://wiki.northwind.example/handbook", "How we work, and who looks after what."],
  [
    "billing",
    "Budget sheet 2027",
    "https://sheets.northwind.example/budget-2027",
    "The numbers behind the group Budget 2027.",
  ],
  [
    "billing",
    "Accountant's upload page",
    "https://portal.vandijk-accountants.example/northwind",
    "Invoices and statements, by the fifth of each month.",
  ],
  ["billingSupport", "Travel booking", "https://reizen.example/northwind", ""],
  [
    "owner",
    "Articles of association",
    "https://notaris-devries.example/documents/northwind-2021.pdf",
    "The signed version of 2021.",
  ],
  [
    "billingSupport",
    "Munich office: parking",
    "https://münchen-parken.example/theresienhoehe",
    "Second floor, spaces 14 and 15.",
  ],
  [
    "support",
    "Printer in Rotterdam",
    "http://printer.rotterdam.northwind.example:8080/",
    "Only from within the office.",
  ],
] as const;

/** The addresses that people at Northwind Robotics keep together. */
export async function seedLinks(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  const contacts = await db.contact.findMany({ where: { accountId: northwind.id }, select: { id: true, name: true } });
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  await db.link.createMany({
    data: links.map(([who, title, address, description], index) => {
      const url = new URL(address).href;
      const addedByContactId = northwind.contacts[who];
      return {
        ...{ accountId: northwind.id, title, url, domain: shownDomain(url), description, addedByContactId },
        addedByName: names.get(addedByContactId) ?? "",
        createdAt: addDays(now, -50 + index * 4),
      };
    }),
  });
}
