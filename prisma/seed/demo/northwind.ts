import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { type BuiltAccount, buildAccount } from "../builders/account";
import { buildContact } from "../builders/contact";
import type { OwnerDatabase } from "../builders/owner-database";
import { buildService } from "../builders/service";

export interface Northwind extends BuiltAccount {
  readonly contacts: Readonly<
    Record<"owner" | "administrator" | "billing" | "support" | "billingSupport" | "custom" | "notices", string>
  >;
  readonly services: Readonly<
    Record<"web1" | "web2" | "db" | "backup" | "build" | "staging" | "domain" | "certificate" | "legacy", string>
  >;
}

/** Northwind Robotics: one contact of each kind, and services in every state. `now` is the day the demo is created. */
export async function seedNorthwind(db: OwnerDatabase, now: Date): Promise<Northwind> {
  const since = addMonths(now, -26);
  const account = await buildAccount(db, {
    number: "C-10042",
    name: "Northwind Robotics",
    legalName: "Northwind Robotics B.V.",
    vatId: "NL859417232B01",
    addressLine1: "Keilestraat 9",
    postalCode: "3029 BP",
    city: "Rotterdam",
    phone: "+31 10 555 0142",
    createdAt: since,
    owner: { email: "owner@northwind.example", name: "Ingrid Solheim", jobTitle: "Managing director" },
  });
  const services = await seedServices(db, account.id, now);
  const contacts = await seedContacts(db, account, services, now);
  return { ...account, services, contacts };
}

async function seedContacts(db: OwnerDatabase, account: BuiltAccount, services: Northwind["services"], now: Date) {
  const giver = { givenBy: "Ingrid Solheim" };
  const at = (months: number) => ({ createdAt: addMonths(now, -months) });
  const contacts = {
    owner: account.ownerContactId,
    administrator: await buildContact(db, account.id, {
      ...giver,
      ...at(25),
      email: "administrator@northwind.example",
      name: "Marcus Okafor",
      jobTitle: "Head of IT",
      roles: ["administrator"],
    }),
    billing: await buildContact(db, account.id, {
      ...giver,
      ...at(24),
      email: "billing@northwind.example",
      name: "Priya Raman",
      jobTitle: "Financial controller",
      roles: ["billing"],
    }),
    support: await buildContact(db, account.id, {
      ...giver,
      ...at(22),
      email: "support@northwind.example",
      name: "Tomás Herrera Villanueva",
      jobTitle: "Site reliability engineer",
      roles: ["support"],
    }),
    billingSupport: await buildContact(db, account.id, {
      givenBy: "Marcus Okafor",
      ...at(14),
      email: "billing-support@northwind.example",
      name: "Hannah Vogel",
      jobTitle: "Operations manager",
      roles: ["billing", "support"],
    }),
    custom: await buildContact(db, account.id, {
      givenBy: "Marcus Okafor",
      ...at(3),
      email: "custom@northwind.example",
      name: "Jun Watanabe",
      jobTitle: "Contractor, Kestrel Consulting",
      endsAt: addMonths(now, 4),
      services: [services.web1, services.staging],
      permissions: [
        { permission: "account.view" },
        { permission: "dashboard.view" },
        { permission: "services.view" },
        { permission: "services.credentials.view", endsAt: addDays(now, 45) },
        { permission: "support.tickets.view" },
        { permission: "support.tickets.open" },
        { permission: "support.tickets.reply" },
        { permission: "notices.services.receive" },
      ],
    }),
    notices: await buildContact(db, account.id, {
      ...giver,
      ...at(20),
      email: "notices@northwind.example",
      name: "Accounts Payable Mailbox",
      login: false,
      permissions: [{ permission: "notices.invoices.receive" }, { permission: "notices.billing.receive" }],
    }),
  };
  await buildContact(db, account.id, {
    ...giver,
    ...at(1),
    email: "dagny.bakker@northwind.example",
    name: "Dagny Bakker",
    jobTitle: "Warehouse systems",
    roles: ["support"],
    status: "suspended",
  });
  return contacts;
}

async function seedServices(db: OwnerDatabase, accountId: string, now: Date): Promise<Northwind["services"]> {
  const from = (months: number) => ({ startedAt: addMonths(now, -months), renewsAt: addDays(now, 9) });
  const root = (host: string, secret: string) => [
    { label: "SSH", username: "root", secret, url: `ssh://${host}` },
    {
      label: "Control panel",
      username: "northwind",
      secret: `${secret}-cp`,
      url: `https://panel.portcullis.example/${host}`,
    },
  ];
  const build = (plan: Parameters<typeof buildService>[2]) => buildService(db, accountId, plan);
  return {
    web1: await build({
      product: "vps-m",
      name: "web-01.northwind.example",
      ...from(25),
      credentials: root("web-01.northwind.example", "Kiln-Harbor-27-Otter"),
    }),
    web2: await build({
      product: "vps-m",
      name: "web-02.northwind.example",
      ...from(18),
      credentials: [
        ...root("web-02.northwind.example", "Maple-Signal-81-Finch"),
        {
          label: "Server panel",
          username: "northwind",
          secret: "Birch-Compass-38-Otter",
          url: "https://panel.web-02.northwind.example:8443",
          note: "Asks for a new password at the first sign-in.",
        },
      ],
    }),
    db: await build({
      product: "postgres-ha",
      name: "orders-db.northwind.example",
      ...from(18),
      credentials: [
        {
          label: "PostgreSQL",
          username: "northwind_admin",
          secret: "Copper-Lantern-44-Wren",
          url: "postgresql://orders-db.northwind.example:5432",
        },
      ],
    }),
    backup: await build({
      product: "backup-1t",
      name: "Nightly backups",
      ...from(24),
      location: "Frankfurt, FRA-1",
      credentials: [{ label: "Repository key", username: "northwind", secret: "Granite-Willow-63-Heron" }],
    }),
    build: await build({
      product: "dedicated-epyc",
      name: "build-01.northwind.example",
      ...from(11),
      credentials: root("build-01.northwind.example", "Silver-Anchor-19-Lynx"),
    }),
    staging: await build({
      product: "vps-s",
      name: "staging.northwind.example",
      ...from(9),
      status: "suspended",
      credentials: root("staging.northwind.example", "Amber-Meadow-52-Crane"),
    }),
    domain: await build({
      product: "domain-com",
      name: "northwind-robotics.com",
      startedAt: addMonths(now, -26),
      renewsAt: addMonths(now, 10),
      location: "Global",
    }),
    certificate: await build({
      product: "cert-wildcard",
      name: "*.northwind.example",
      startedAt: addMonths(now, -14),
      renewsAt: addMonths(now, 10),
      location: "Global",
    }),
    legacy: await build({
      product: "vps-s",
      name: "legacy-shop.northwind.example",
      startedAt: addMonths(now, -26),
      renewsAt: null,
      status: "cancelled",
      cancelledAt: addMonths(now, -7),
    }),
  };
}
