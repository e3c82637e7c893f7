import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { whyUnlisted } from "@/lib/platform/operations/unlisted";
import { isDesk } from "@/lib/policy/staff-visit";
import { reopenToStaff } from "@/tests/fixtures/open-to-staff";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "./expected";
import { groundOf, type Restore } from "./restore";
import { samples } from "./samples";
import { viewers } from "./viewers";

const staff = ["agent", "accounting", "manager"] as const;
const mayOf = (name: string) => {
  const cells = (expected[name] ?? "").trim().split(/\s+/);
  return staff.find((role) => cells[columns.indexOf(role)] === "+");
};
const ofStaff = operations.filter(({ name }) => mayOf(name) !== undefined);

/** Operations within an account that staff may execute, of which no line is kept. */
const UNLISTED: Readonly<Record<string, string>> = {
  "account.view": "the name and number that staff found the account by",
  "looks.end": "ends a view",
  "staff-visits.confirm-emergency": "is itself in the list of staff access",
  "staff-visits.leave": "is itself in the list of staff access",
  "staff-visits.start": "is itself in the list of staff access",
  "staff-visits.start-emergency": "is itself in the list of staff access",
  "staff-visits.view-own": "the subjects of tickets, as in the queue",
  "notifications.count-unread": "one's own",
  "notifications.list": "one's own",
  "canned-replies.fill": "written by staff for each other",
  "canned-replies.list-offered": "written by staff for each other",
  "queue.look-at-ticket": "which colleagues have the ticket open",
  "service-levels.explain": "when staff have to answer",
  "tags.list-of-ticket": "written by staff for each other",
  "tickets.add-note": "written by staff for each other",
};

/** Operations outside an account that show one customer's record, which they name with `concerning`. */
const OF_ONE_ACCOUNT = [
  "inbound-mail.view",
  "inbound-mail.view-original",
  "staff.view-mail",
  "staff.view-mail-contents",
];

/** Why the others aren't listed for a customer, by what their names begin with. */
const OUTSIDE: readonly (readonly [RegExp, string])[] = [
  [
    /^(catalogue|provisioning|clock|service-levels|canned-replies|tags)\./,
    "the provider's own products, systems and desk",
  ],
  [
    /^staff\.(.*-brand|.*-logo|.*-colleague|.*-factors?(-reset)?|list-team|view-new-account)$/,
    "the provider's own brand and team",
  ],
  [/^retention\.(view|set)$/, "how long the installation keeps its log"],
  [/^accounting\.(.*coupon.*|.*tax.*|.*seller)$/, "the provider's own prices, taxes and details"],
  [/^accounting\.(list|export)-/, "lists across all customers"],
  [
    /^(queue\.(list|count)|services\.list-to-set-up|role-requests\.list-queue|inbound-mail\.list)$/,
    "lists across all customers",
  ],
  [/^staff\.(find-accounts|search-accounts|list-mail|list-attempts)$/, "lists across all customers"],
  [/^(import\.|staff\.create-account)/, "accounts that staff bring in themselves"],
  [
    /^(staff\.invite-owner|inbound-mail\.decide|queue\.change)/,
    "a change, which has its own entry in the account's activity log",
  ],
  [/^accounting\.prepare-/, "lists across all customers"],
  [/^notifications\./, "one's own"],
  [/^staff-visits\.list-own$/, "one's own"],
];

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
});
afterAll(() => portal.close());
beforeEach(() => portal.owner.staffRead.deleteMany());

async function call(operation: AnyOperation): Promise<Response> {
  const accountId = portal.demo.northwind.id;
  const email = viewers[mayOf(operation.name) ?? "manager"];
  const input = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
  return restCall({ operation, accountId, input, cookie: await portal.cookie(email) });
}

test("every operation that staff may execute is listed, or is named here with the reason why not", () => {
  const unlisted = ofStaff
    .filter((one) => one.scope === "account" && whyUnlisted(one) !== null)
    .map(({ name }) => name);
  expect(unlisted.sort()).toEqual(Object.keys(UNLISTED).sort());
  const outside = ofStaff.filter(({ scope, name }) => scope === "staff" && !OF_ONE_ACCOUNT.includes(name));
  const unexplained = outside.filter(({ name }) => !OUTSIDE.some(([names]) => names.test(name)));
  expect(unexplained.map(({ name }) => name)).toEqual([]);
});

const listed = ofStaff.filter((one) => one.scope === "account" && whyUnlisted(one) === null);

describe.each(listed.map((one) => [one.name, one] as const))("%s", (name, operation) => {
  afterEach(() => restore(`staff-visits ${name}`));

  test("executed by staff is a line for the owner", async () => {
    const response = await call(operation);
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    await response.arrayBuffer();
    const lines = await portal.owner.staffRead.findMany({ where: { operation: name } });
    expect(lines).toMatchObject([{ accountId: portal.demo.northwind.id, activity: operation.activity, times: 1 }]);
    expect(lines[0]?.visitId === null).toBe(isDesk(operation.permission));
  });

  if (isDesk(operation.permission)) return;
  test("shows staff nothing before they have said why", async () => {
    await portal.owner.staffVisit.deleteMany();
    const response = await call(operation);
    expect([response.status, (await response.json()).reason]).toEqual([403, "visit-reason"]);
    expect(await portal.owner.staffRead.count()).toBe(0);
  });
});

describe.each(operations.filter(({ name }) => OF_ONE_ACCOUNT.includes(name)).map((one) => [one.name, one] as const))(
  "%s, outside of an account",
  (name, operation) => {
    test("is a line for the owner of the account whose record it shows", async () => {
      const accountId = portal.demo.northwind.id;
      const input = (await samples[name]?.({ portal, accountId, email: viewers.manager })) ?? {};
      const id = String(input.mailId);
      await portal.owner.outboxMail.updateMany({ where: { id }, data: { accountId } });
      await portal.owner.inboundMail.updateMany({ where: { id }, data: { accountId } });
      const ask = async () => restCall({ operation, accountId, input, cookie: await portal.cookie(viewers.manager) });
      expect((await ask()).status).toBe(200);
      expect(await portal.owner.staffRead.findMany()).toMatchObject([{ accountId, operation: name, recordId: id }]);
      await portal.owner.staffVisit.deleteMany();
      const response = await ask();
      expect(response.status).toBe(isDesk(operation.permission) ? 200 : 403);
      await reopenToStaff(portal.owner);
    });
  },
);
