import { expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A page's items have 25 at most, and what is shown at a glance a handful: `take` says so where it is read. */
const AT_A_GLANCE = [
  "billing.view-overview due.totals, due.first, nextCharges, credit, spend, spend[].months, recent",
  "dashboard.view invoices.totals, cards, requests.newest, invitations.people, unverified.people, activity, services.suspended, services.renewing, tickets.waiting",
  "dashboard.view roleRequests.newest",
  "search.find results",
  "services.list-credentials links",
];

/** One entry for each currency, role, area, permission, notification or tax rate in use. */
const ONE_OF_EACH = [
  "accounting.list-held-credits totals",
  "accounting.list-receivables totals",
  "accounting.report-taxes rows",
  "credit-notes.list credit",
  "invoices.list due",
  "settings.view-areas areas, areas[].permissions",
  "settings.view-notices notices",
  "people.view-notice-choices notices",
  "profile.list-notices items[].notices",
  "service-levels.view calendar.week, levels",
  "clock.view runs[].did",
];

/** What one record is made of: read with it, on its own page. */
const OF_ONE_RECORD = [
  "catalogue.view prices, options, options[].choices, options[].choices[].prices",
  "credit-notes.view taxes, lines",
  "invoices.preview-issue plan.taxes, changes",
  "invoices.view taxes, lines, payments, creditNotes",
  "invoices.view-managed lines, payments",
  "payment-methods.view-setup gateway.tests",
  "payments.list items[].invoices",
  "payments.view invoices",
  "payments.view-refundable invoices, refunds",
  "accounting.list-failed-payments items[].invoices",
  "people.list items[].details.roles",
  "people.list-non-members items[].details.roles",
  "people.preview-change changes, changes[].items",
  "people.view details.roles, details.permissions, details.services, details.access, details.access[].permissions",
  "people.view-non-member details.roles, details.permissions, details.services, details.access, details.access[].permissions",
  "services.list-products items[].options, items[].options[].choices, items[].options[].choices[].prices, items[].prices",
  "services.preview-cancellation openInvoices",
  "services.preview-plan options, money.invoice.lines, money.invoice.taxes",
  "services.quote-order product.options, product.options[].choices, product.options[].choices[].prices, product.prices, options, invoice.lines, invoice.taxes",
  "services.view logins",
  "inbound-mail.view content.files, senderAccounts",
  "queue.list items[].tags",
  "queue.look-at-ticket others",
  "role-requests.view changes, changes[].items",
  "service-levels.view calendar.holidays",
  "staff.view-account roleRequests",
  "tags.list-of-ticket on, others",
  "tickets.view colleagues, merged, messages.items[].attachments, waiting, watchers",
  "staff.list-attempts items[].asked",
];

/** What a form offers to choose from, all at once. */
const CHOICES = [
  "payments.preview invoices, methods, underWay",
  "payments.view-transfer-desk invoices",
  "people.view-access-choices roles, areas, areas[].permissions, services",
  "people.view-invite-choices roles, areas, areas[].permissions, services",
  "provisioning.view-product choices",
  "role-requests.view-desk choices, choices[].changes, choices[].changes[].items",
  "role-requests.view-form mayAsk",
  "services.view-plan-choices products, products[].options, products[].options[].choices, products[].options[].choices[].prices, products[].prices",
  "tickets.view-choices services",
];

/** As long as the period that was asked for. */
const OF_A_PERIOD = [
  "reports.view columns, currencies, currencies[].rows, currencies[].rows[], currencies[].totals",
  "statements.view currencies, currencies[].movements",
];

const known = [...AT_A_GLANCE, ...ONE_OF_EACH, ...OF_ONE_RECORD, ...CHOICES, ...OF_A_PERIOD].flatMap((line) => {
  const [name, ...paths] = line.split(/,? /);
  return paths.map((path) => `${name} ${path}`);
});

/** Lists of records in an answer that are neither the items of a page nor limited by the schema itself. */
function unboundedIn({ name, output }: AnyOperation): string[] {
  const whole = z.toJSONSchema(output, { unrepresentable: "any", io: "output" }) as Schema;
  const found = new Set<string>();
  look(whole, "", false);
  return [...found].map((path) => `${name} ${path}`);

  function look(schema: Schema | undefined, path: string, isPage: boolean): void {
    if (schema === undefined) return;
    if (schema.$ref !== undefined) look(whole.$defs?.[schema.$ref.split("/").at(-1) ?? ""], path, isPage);
    if (schema.type === "array") {
      if (!isPage && schema.maxItems === undefined && holdsRecords(schema.items)) found.add(path);
      look(schema.items, `${path}[]`, false);
    }
    const paged = schema.properties !== undefined && "hasNext" in schema.properties;
    for (const [field, inner] of Object.entries(schema.properties ?? {}))
      look(inner, path === "" ? field : `${path}.${field}`, paged && field === "items");
    for (const one of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((all) => all ?? [])) look(one, path, isPage);
  }
}

/** Texts and numbers are labels of the record they are in. */
const holdsRecords = (items: Schema | undefined): boolean =>
  items !== undefined && items.type !== "string" && items.type !== "integer" && items.type !== "number";

const queries = operations.filter(({ kind, http }) => kind === "query" && http.file === undefined);

test("every list is paged or says how long it can be; what else has several records is known to be short", () => {
  expect(queries.flatMap(unboundedIn).sort()).toEqual([...known].sort());
});

test("whatever lists records has pages of 25, or says how many it has at most", () => {
  const lists = queries.filter(({ output }) => "items" in ((output as { shape?: object }).shape ?? {}));
  const withoutEnd = lists.filter((operation) => unboundedIn(operation).some((path) => path.endsWith(" items")));
  expect(lists.length).toBeGreaterThan(30);
  expect(withoutEnd.map(({ name }) => name)).toEqual([]);
});
