import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import type { PastInvoice, PastLine } from "../builders/past-rows";
import type { Northwind } from "./northwind";

/** Two years of monthly invoices up to the second last, which is overdue; one is void. */
export function northwindPast(northwind: Northwind, now: Date): PastInvoice[] {
  return Array.from({ length: 24 }, (_, index): PastInvoice => {
    const ago = 24 - index;
    const issuedAt = addMonths(now, -ago);
    const paidAt = addDays(issuedAt, 2 + ((ago * 5) % 11));
    const paidBy = ago > 12 ? "Visa •••• 4242" : "Mastercard •••• 5100";
    const plan = { accountId: northwind.id, issuedAt, lines: northwindLines(northwind.services, ago, now) };
    if (ago === 1) return plan;
    return { ...plan, end: ago === 13 ? "void" : { paidAt, paidBy, payerName: "Priya Raman" } };
  });
}

/** The lines of the invoice issued this many months ago. A service's month ends on its renewal day. */
export function northwindLines(services: Northwind["services"], ago: number, now: Date): PastLine[] {
  const renewsAt = addDays(now, 9);
  const month = { periodStart: addMonths(renewsAt, -ago - 1), periodEnd: addMonths(renewsAt, -ago) };
  const year = { periodStart: addMonths(now, -ago), periodEnd: addMonths(now, 12 - ago) };
  const recurring = (description: string, unitMinor: bigint, serviceId: string, period = month): PastLine => ({
    kind: "recurring",
    description,
    unitMinor,
    serviceId,
    ...period,
  });
  const months: [since: number, line: PastLine][] = [
    [25, recurring("Virtual server M, web-01.northwind.example", 2490n, services.web1)],
    [24, recurring("Backup storage 1 TB, Nightly backups", 1900n, services.backup)],
    [18, recurring("Virtual server M, web-02.northwind.example", 2490n, services.web2)],
    [18, recurring("Managed PostgreSQL HA, orders-db.northwind.example", 14_900n, services.db)],
    [11, recurring("Dedicated EPYC 16, build-01.northwind.example", 18_900n, services.build)],
    [9, recurring("Virtual server S, staging.northwind.example", 1290n, services.staging)],
  ];
  const legacy = recurring("Virtual server S, legacy-shop.northwind.example", 1290n, services.legacy);
  const domain = recurring("Domain .com, northwind-robotics.com, one year", 1450n, services.domain, year);
  const certificate = recurring(
    "Wildcard certificate, *.northwind.example, one year",
    8900n,
    services.certificate,
    year,
  );
  const work: PastLine = {
    kind: "oneOff",
    description: "Engineering by the hour",
    quantity: 1 + (ago % 4),
    unitMinor: 11_500n,
  };
  return [
    ...months.filter(([since]) => since >= ago).map(([, line]) => line),
    ...(ago >= 7 ? [legacy] : []),
    ...(ago % 12 === 2 ? [domain] : []),
    ...(ago === 14 || ago === 2 ? [certificate] : []),
    ...(ago % 5 === 3 ? [work] : []),
  ];
}
