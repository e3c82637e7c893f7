import { expect, it } from "vitest";
import { needsOf } from "@/components/home/dashboard/needs-of";
import type { Dashboard } from "@/lib/home/dashboard/schema";
import { withLanguage } from "@/lib/platform/language/with-language";

const now = new Date("2026-11-22T09:00:00Z");
const context = { base: "/a/1", now, format: { locale: "en-GB", timeZone: "Europe/Amsterdam" } };
const titles = (dashboard: Dashboard) => needsOf(dashboard, context).map(({ title }) => title);

const euro = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
const invoices = (dueCount: number, overdueCount: number): Dashboard["invoices"] => ({
  dueCount,
  overdueCount,
  totals: dueCount > 0 ? [euro(120_000), { amountMinor: 4_200, currency: "USD" }] : [],
  next: dueCount > 0 ? { id: "i", number: "INV-7", dueAt: "2026-11-20T00:00:00Z", left: euro(50_000) } : null,
});

it("is empty if nothing needs attention, whichever parts there are", () => {
  const quiet: Dashboard = {
    invoices: invoices(0, 0),
    cards: [],
    tickets: { waitingCount: 0, waiting: [], withStaffCount: 3 },
    requests: { count: 0, newest: [] },
    roleRequests: { count: 0, newest: [] },
    invitations: { count: 0, expiredCount: 0, people: [] },
    unverified: { count: 0, people: [] },
    services: { suspended: [], renewingCount: 0, renewing: [] },
  };
  expect(titles(quiet)).toEqual([]);
  expect(titles({})).toEqual([]);
});

it("sorts overdue before upcoming, and pending items last", () => {
  const end = "2026-12-31T23:59:59.999Z";
  const card = { id: "c", brand: "Visa", last4: "4242", isDefault: true, endsAt: end, ended: false };
  expect(
    titles({
      invitations: { count: 1, expiredCount: 0, people: [{ id: "p", name: "Ana" }] },
      cards: [card, { ...card, id: "d", last4: "0005", endsAt: "2026-10-31T23:59:59.999Z", ended: true }],
      tickets: { waitingCount: 2, waiting: [], withStaffCount: 0 },
      services: { suspended: [{ id: "s", name: "staging" }], renewingCount: 0, renewing: [] },
      invoices: invoices(2, 1),
      offer: { id: "o", fromName: "Ingrid", expiresAt: end },
    }),
  ).toEqual([
    "1 invoice overdue",
    "Visa •••• 0005 has expired",
    "staging is suspended",
    "Visa •••• 4242 expires soon",
    "2 tickets awaiting your reply",
    "Ingrid wants to transfer ownership of this account to you",
    "1 pending invitation",
  ]);
});

it("links to the one role request to confirm, or to their list", () => {
  const one = { id: "r", name: "Femke Bos", roleName: "Account administrator" };
  const [need] = needsOf({ roleRequests: { count: 1, newest: [one] } }, context);
  expect(need).toMatchObject({ title: "1 role request to confirm", href: "/a/1/people/role-requests/r" });
  const [several] = needsOf({ roleRequests: { count: 2, newest: [one, { ...one, id: "s" }] } }, context);
  expect(several).toMatchObject({ title: "2 role requests to confirm", href: "/a/1/people/role-requests" });
});

it("sums per currency and links to the next invoice due", () => {
  const [need] = needsOf({ invoices: invoices(3, 0) }, context);
  expect(need).toMatchObject({
    title: "3 invoices due",
    detail: "€1,200.00 and $42.00 across 3 open invoices",
    href: "/a/1/invoices?status=unpaid",
    items: [{ label: "INV-7, €500.00, was due 2 days ago", href: "/a/1/invoices/i" }],
  });
});

it("links to the person if there is one, and to the list if there are several", () => {
  const people = [{ id: "x", name: "Ana" }];
  expect(needsOf({ unverified: { count: 1, people } }, context)[0]?.href).toBe("/a/1/people/x");
  const two = [...people, { id: "y", name: "Bo" }];
  expect(needsOf({ unverified: { count: 2, people: two } }, context)[0]?.href).toBe("/a/1/people");
});

it("speaks whole sentences in German", () => {
  const card = {
    id: "c",
    brand: "Visa",
    last4: "4242",
    isDefault: true,
    endsAt: "2026-12-31T23:59:59.999Z",
    ended: false,
  };
  const german = { ...context, format: { ...context.format, locale: "de-DE" } };
  const dashboard = { invoices: invoices(3, 1), cards: [card], invitations: { count: 2, expiredCount: 1, people: [] } };
  expect(withLanguage("de-DE", () => needsOf(dashboard, german))).toMatchObject([
    {
      title: "1 überfällige Rechnung",
      detail: "1.200,00\u00a0€ und 42,00\u00a0$ aus 3 offenen Rechnungen",
      items: [{ label: "INV-7, 500,00\u00a0€, war vor 2 Tagen fällig" }],
    },
    {
      title: "Visa •••• 4242 läuft bald ab",
      detail: "Gültig bis 31. Dez. 2026. Dies ist Ihre Standard-Zahlungsmethode.",
    },
    { title: "2 ausstehende Einladungen", detail: "1 Einladung ist abgelaufen. Senden Sie eine neue." },
  ]);
});
