import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportPeople } from "@/lib/accounts/people/export-people";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewNonMember } from "@/lib/accounts/people/view-non-member";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { execute } from "@/lib/platform/operations/execute";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type AccessFixture, ADMINISTRATOR, accessFixture, BILLING, OWNER, SUPPORT } from "./access-fixture";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const names = async (filter: object, by = OWNER) =>
  (await northwind.ask(by, listPeople, filter)).items.map(({ name }) => name);

describe("the list of members", () => {
  test.each([
    [{ role: "owner" }, ["Ingrid Solheim"]],
    [{ role: "administrator" }, ["Marcus Okafor"]],
    [{ role: "billing" }, ["Hannah Vogel", "Priya Raman"]],
    [{ role: "support" }, ["Dagny Bakker", "Hannah Vogel", "Tomás Herrera Villanueva"]],
    [{ role: "none" }, ["Jun Watanabe"]],
    [{ standing: "suspended" }, ["Dagny Bakker"]],
    [{ role: "support", standing: "active" }, ["Hannah Vogel", "Tomás Herrera Villanueva"]],
    [{ q: "vogel" }, ["Hannah Vogel"]],
    [{ q: "billing-support@" }, ["Hannah Vogel"]],
    [{ q: "reliability" }, ["Tomás Herrera Villanueva"]],
    [{ q: "%" }, []],
    [{ q: "_" }, []],
    [{ standing: "ended" }, []],
    [{ waiting: true }, []],
  ])("finds with %o the expected people", async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  test("ignores expired roles in filters and rows", async () => {
    const { id } = await northwind.member({ name: "Zoe Ended", roles: ["billing"] });
    await portal.owner.contactRole.updateMany({ where: { contactId: id }, data: { endsAt: new Date(Date.now() - 1) } });
    expect(await names({ role: "billing", q: "Zoe" })).toEqual([]);
    expect(await names({ role: "none", q: "Zoe" })).toEqual(["Zoe Ended"]);
    const { details } = await northwind.ask(OWNER, viewPerson, { contactId: id });
    expect(details?.roles).toMatchObject([{ role: "billing", over: true }]);
    const billing = details?.access.find(({ area }) => area === "billing")?.permissions[0];
    expect(billing).toMatchObject({ allowed: false, reason: expect.stringContaining("Expired on") });
    await portal.owner.contact.deleteMany({ where: { id } });
  });

  test("contains everyone exactly once across its pages", async () => {
    const many = await Promise.all(
      Array.from({ length: 30 }, (_, n) => northwind.member({ name: `Page Person ${n}` })),
    );
    const first = await northwind.ask(OWNER, listPeople, { q: "Page Person", page: 1 });
    const second = await northwind.ask(OWNER, listPeople, { q: "Page Person", page: 2 });
    expect([first.total, first.items.length, second.items.length]).toEqual([30, 25, 5]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(30);
    await portal.owner.contact.deleteMany({ where: { id: { in: many.map(({ id }) => id) } } });
  });
});

describe("details of people", () => {
  test("are visible by permission for members, and to owner and administrator for notification-only contacts", async () => {
    const { billing, notices } = northwind.contacts;
    const seen = await northwind.ask(SUPPORT, viewPerson, { contactId: billing });
    expect(seen.details).toMatchObject({ email: BILLING, roles: [{ role: "billing", givenBy: "Ingrid Solheim" }] });
    expect(seen).toMatchObject({ acts: [], locked: null });
    const unseen = await northwind.ask(BILLING, viewNonMember, { contactId: notices });
    expect(unseen).toMatchObject({ name: "Accounts Payable Mailbox", details: null, onlyRecipientOf: [] });
    const [listed] = (await northwind.ask(BILLING, listNonMembers, {})).items;
    expect(listed).toMatchObject({ name: "Accounts Payable Mailbox", details: null });
    expect(JSON.stringify([unseen, listed])).not.toContain("notices@");
    expect((await northwind.ask(ADMINISTRATOR, viewNonMember, { contactId: notices })).details?.email).toContain(
      "notices@",
    );
  });

  test("cannot be searched or filtered while hidden", async () => {
    const blind = await northwind.member({
      permissions: [{ permission: "people.members.view" }],
      name: "Blind Viewer",
    });
    expect(await names({ q: "billing-support@" }, blind.email)).toEqual([]);
    expect(await names({ q: "vogel" }, blind.email)).toEqual(["Hannah Vogel"]);
    const asked = await problemOf(northwind.ask(blind.email, listPeople, { role: "billing" }));
    expect(asked.extra.permission).toBe("people.members.view-details");
    expect((await northwind.ask(BILLING, listNonMembers, { q: "notices@" })).items).toEqual([]);
  });

  test("of one kind are not found at the other kind's URL", async () => {
    const { billing, notices } = northwind.contacts;
    expect((await problemOf(northwind.ask(OWNER, viewNonMember, { contactId: billing }))).code).toBe("not-found");
    expect((await problemOf(northwind.ask(OWNER, viewPerson, { contactId: notices }))).code).toBe("not-found");
  });

  test("show for each permission whether it is allowed and why", async () => {
    const { custom } = northwind.contacts;
    const { details } = await northwind.ask(OWNER, viewPerson, { contactId: custom });
    const all = details?.access.flatMap(({ permissions }) => permissions) ?? [];
    const of = (key: string) => all.find(({ permission }) => permission === key);
    expect(of("services.view")).toMatchObject({ allowed: true, condition: expect.stringContaining("service") });
    expect(of("services.view")?.reason).toContain("granted by Marcus Okafor");
    expect(of("services.cancel")).toMatchObject({ allowed: false, reason: "Reserved for the account owner." });
    expect(of("billing.invoices.view")).toMatchObject({ allowed: false, reason: "Not included in their access." });
    expect(all.filter(({ permission }) => permission.startsWith("staff."))).toEqual([]);
    const { owner } = northwind.contacts;
    const whole = await northwind.ask(ADMINISTRATOR, viewPerson, { contactId: owner });
    expect(whole.locked).toContain("The owner's access can't be changed");
    const ownersOwn = whole.details?.access.flatMap(({ permissions }) => permissions) ?? [];
    expect(new Set(ownersOwn.map(({ allowed }) => allowed))).toEqual(new Set([true]));
  });

  test("name the notifications no one else would get", async () => {
    const { onlyRecipientOf } = await northwind.ask(OWNER, viewPerson, { contactId: northwind.contacts.billing });
    expect(onlyRecipientOf).toEqual([]);
    const globexOwner = portal.demo.globex.ownerContactId;
    const caller = await portal.as("owner@globex.example");
    const alone = await execute(caller, portal.demo.globex.id, viewPerson, { contactId: globexOwner });
    expect(alone.onlyRecipientOf).toEqual(["Receive invoices", "Receive billing notifications"]);
  });
});

describe("the export of people", () => {
  test("contains both lists, escapes formulas in names, and is logged", async () => {
    await northwind.member({
      name: '=HYPERLINK("http://evil.example","x")',
      jobTitle: "@SUM(A1)",
      email: "plain@northwind.example",
    });
    const file = await northwind.ask(OWNER, exportPeople, {});
    expect(file.filename).toMatch(/^people-C-10042-\d{4}-\d\d-\d\d\.csv$/);
    expect(file.contentType).toContain("text/csv");
    const text = await fileText(file);
    expect(text).toContain("'=HYPERLINK");
    expect(text).toContain("'@SUM(A1)");
    expect(text).not.toMatch(/(^|,|")[=+@-]/m);
    expect(text).toContain("notices@northwind.example");
    expect(text).not.toContain("globex");
    expect(await northwind.lastEvent()).toMatchObject({
      operation: "people.export",
      summary: "Exported the contact list",
    });
  });

  test("reveals no more than the lists", async () => {
    const exporter = await northwind.member({ roles: ["support"], permissions: [{ permission: "people.export" }] });
    const text = await fileText(await northwind.ask(exporter.email, exportPeople, {}));
    expect(text).toContain("Accounts Payable Mailbox");
    expect(text).not.toContain("notices@northwind.example");
    expect((await problemOf(northwind.ask(BILLING, exportPeople, {}))).extra.permission).toBe("people.export");
  });
});
