import { addDays, addMonths } from "@/lib/kernel/dates";
import { buildInvoice } from "../builders/invoice";
import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

/** Two years of monthly invoices, the last of them open, one overdue, one void and one still a draft. */
export async function seedNorthwindInvoices(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  for (let ago = 24; ago >= 0; ago--) {
    const issuedAt = addDays(addMonths(now, -ago), ago === 0 ? -4 : 0);
    const status = ago === 0 || ago === 1 ? "open" : ago === 13 ? "void" : "paid";
    await buildInvoice(db, northwind.id, {
      number: `INV-${issuedAt.getUTCFullYear()}-${String(4200 - ago * 37)}`,
      status,
      issuedAt,
      paidAt: addDays(issuedAt, 2 + ((ago * 5) % 11)),
      paidBy: ago > 12 ? "Visa •••• 4242" : "Mastercard •••• 5100",
      lines: linesOf(northwind.services, ago),
    });
  }
  await buildInvoice(db, northwind.id, {
    number: null,
    status: "draft",
    issuedAt: now,
    lines: [{ description: "Migration of orders-db to a new site, 6 hours", quantity: 6, unitMinor: 11_500 }],
  });
}

function linesOf(services: Northwind["services"], ago: number) {
  const running = [
    { since: 25, description: "Virtual server M, web-01.northwind.example", unitMinor: 2490, serviceId: services.web1 },
    { since: 24, description: "Backup storage 1 TB, Nightly backups", unitMinor: 1900, serviceId: services.backup },
    { since: 18, description: "Virtual server M, web-02.northwind.example", unitMinor: 2490, serviceId: services.web2 },
    {
      since: 18,
      description: "Managed PostgreSQL HA, orders-db.northwind.example",
      unitMinor: 14_900,
      serviceId: services.db,
    },
    {
      since: 11,
      description: "Dedicated EPYC 16, build-01.northwind.example",
      unitMinor: 18_900,
      serviceId: services.build,
    },
    {
      since: 9,
      description: "Virtual server S, staging.northwind.example",
      unitMinor: 1290,
      serviceId: services.staging,
    },
  ].filter((line) => line.since >= ago);
  const legacy =
    ago >= 7
      ? [
          {
            description: "Virtual server S, legacy-shop.northwind.example",
            unitMinor: 1290,
            serviceId: services.legacy,
          },
        ]
      : [];
  const yearly = [
    ...(ago % 12 === 2
      ? [{ description: "Domain .com, northwind-robotics.com, one year", unitMinor: 1450, serviceId: services.domain }]
      : []),
    ...(ago === 14 || ago === 2
      ? [
          {
            description: "Wildcard certificate, *.northwind.example, one year",
            unitMinor: 8900,
            serviceId: services.certificate,
          },
        ]
      : []),
  ];
  const work =
    ago % 5 === 3 ? [{ description: "Engineering by the hour", quantity: 1 + (ago % 4), unitMinor: 11_500 }] : [];
  return [...running, ...legacy, ...yearly, ...work];
}
