import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftOf, readDraft } from "@/app/a/[accountId]/people/read-draft";
import { fieldsOf } from "@/components/accounts/access/access-draft";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { previewChange } from "@/lib/accounts/access/preview-change";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { fromStrings } from "@/lib/http/from-strings";
import { withRequest } from "@/lib/platform/operations/execute";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { canSome } from "@/lib/policy/evaluate";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
  off,
  on,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const change = async (contactId: string, access: object, by = OWNER, version?: number) =>
  northwind.ask(by, changeAccess, {
    ...noAccess,
    ...access,
    contactId,
    version: version ?? (await northwind.version(contactId)),
  } as never);
const preview = (contactId: string, access: object, by = OWNER) =>
  northwind.ask(by, previewChange, { ...noAccess, ...access, contactId } as never);

/** What a person may do, as of their next request. */
async function holdings(email: string): Promise<Set<Permission>> {
  return withRequest(await portal.as(email), { accountId: northwind.accountId }, async ({ scope }) => {
    return new Set(permissionKeys.filter((it) => canSome(scope.viewer, it)));
  });
}

describe("the preview of a change", () => {
  const cases: [string, object][] = [
    ["a role in place of another", { roles: ["billing"] }],
    ["two roles", { roles: ["billing", "support"] }],
    ["everything away", {}],
    [
      "individual permissions granted and denied",
      { roles: ["support"], overrides: [on("billing.invoices.view"), off("links.add")] },
    ],
    ["an administrator without exports", { roles: ["administrator"], overrides: [off("people.export")] }],
    ["what only the owner gives", { roles: ["support"], overrides: [on("services.order")] }],
  ];

  test.each(cases)("matches what saving does: %s", async (_, access) => {
    const { id, email } = await northwind.member({ roles: ["support"] });
    const before = await holdings(email);
    const { changes, allowed, refusal } = await preview(id, access);
    expect({ allowed, refusal }).toEqual({ allowed: true, refusal: null });
    await change(id, access);
    const after = await holdings(email);
    const said = (tone: string) =>
      changes
        .filter((one) => one.tone === tone && !one.heading.includes("cases"))
        .flatMap(({ items }) => items.map((it) => it.permission));
    const shown = (all: Set<Permission>, others: Set<Permission>) =>
      [...all].filter((it) => isOffered(it) && !others.has(it)).sort();
    expect(said("gain").sort()).toEqual(shown(after, before));
    expect(said("loss").sort()).toEqual(shown(before, after));
    const notices = changes.filter(({ heading }) => /receive/.test(heading)).flatMap(({ items }) => items);
    expect(notices.filter(({ permission }) => !permission.startsWith("notices."))).toEqual([]);
  });

  test("distinguishes narrower access from a loss", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    const { changes } = await preview(id, {
      roles: ["support"],
      limitedToServices: true,
      serviceIds: [portal.demo.northwind.services.web1],
    });
    expect(changes.map(({ heading, tone }) => [heading, tone])).toEqual([["Will be able to in fewer cases", "loss"]]);
    const tickets = changes[0]?.items.find(({ permission }) => permission === "support.tickets.view");
    expect(tickets?.condition).toMatch(/service/);
  });

  test("is empty if nothing changes, and warns of surprises", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    expect((await preview(id, { roles: ["support"] })).changes).toEqual([]);
    expect((await preview(id, { roles: ["billing"] })).notes.join()).toContain("usually combined with another role");
    const { administrator } = northwind.contacts;
    const own = await preview(administrator, { roles: ["support"] }, ADMINISTRATOR);
    expect(own.notes.join()).toContain("won't be able to change it back yourself");
  });

  test("shows the named refusal that saving would return", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    const access = { roles: ["support"], overrides: [on("services.order")] };
    const shown = await preview(id, access, ADMINISTRATOR);
    expect(shown).toMatchObject({
      allowed: false,
      changes: [],
      refusal: { refusal: "reserved-to-owner", permission: "services.order" },
    });
    const met = await problemOf(change(id, access, ADMINISTRATOR));
    expect(met).toMatchObject({
      code: "refused",
      detail: shown.refusal?.sentence,
      extra: { refusal: "reserved-to-owner" },
    });
  });

  test("changes nothing", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    const events = await portal.owner.auditEvent.count();
    await preview(id, { roles: ["administrator"] });
    expect(await northwind.version(id)).toBe(1);
    expect(await portal.owner.auditEvent.count()).toBe(events);
  });
});

describe("a change of access", () => {
  test("is logged with the access before and after", async () => {
    const { id } = await northwind.member({ roles: ["support"], name: "Vera Documented" });
    await change(id, { roles: ["billing"], overrides: [on("support.tickets.view")] });
    const event = await northwind.lastEvent();
    expect(event).toMatchObject({ operation: "people.change-access", outcome: "done", targetId: id });
    expect(event.summary).toBe("Changed access for Vera Documented: Billing, 1 individual permission");
    expect(event.details).toMatchObject({
      before: { roles: [{ role: "support" }], overrides: [] },
      after: { roles: [{ role: "billing" }], overrides: [{ permission: "support.tickets.view", effect: "on" }] },
    });
  });

  test("keeps the grantor and date of unchanged grants", async () => {
    const { id } = await northwind.member({
      roles: ["support"],
      permissions: [{ permission: "billing.invoices.view" }],
      givenBy: "Somebody Earlier",
    });
    await change(
      id,
      { roles: ["support", "billing"], overrides: [on("billing.invoices.view"), on("people.export")] },
      ADMINISTRATOR,
    );
    const { details } = await northwind.ask(OWNER, viewPerson, { contactId: id });
    const givers = [...(details?.roles ?? []), ...(details?.permissions ?? [])].map(({ name, givenBy }) => [
      name,
      givenBy,
    ]);
    expect(givers.sort()).toEqual([
      ["Billing", "Marcus Okafor"],
      ["Export the contact list", "Marcus Okafor"],
      ["Support", "Somebody Earlier"],
      ["View invoices", "Somebody Earlier"],
    ]);
  });

  test("is refused for an outdated version, and one of two concurrent changes succeeds", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    const tries = ["billing", "administrator", "support", "billing"].map((role) =>
      change(id, { roles: [role] }, OWNER, 1),
    );
    const results = await Promise.allSettled(tries);
    const lost = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(lost).toEqual(["conflict", "conflict", "conflict"]);
    expect(await northwind.version(id)).toBe(2);
    expect(await portal.owner.contactRole.count({ where: { contactId: id } })).toBe(1);
  });

  test("ends at the end of the day in the time zone of the person who set it", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    await change(id, { roles: ["support"], roleEnds: { support: "2091-07-01" }, endsAt: "2091-12-31" });
    const role = await portal.owner.contactRole.findFirstOrThrow({ where: { contactId: id } });
    expect(role.endsAt?.toISOString()).toBe("2091-07-01T21:59:59.999Z");
    expect((await northwind.row(id)).endsAt?.toISOString()).toBe("2091-12-31T22:59:59.999Z");
    const over = await problemOf(change(id, { endsAt: "2020-01-01" }));
    expect(over.extra.fields).toHaveProperty("endsAt");
    const far = await problemOf(change(id, { endsAt: "9999-12-31" }));
    expect(far.extra.fields).toHaveProperty("endsAt");
  });

  test("stores the services of a limit, and deletes them with the limit", async () => {
    const { web1, web2 } = portal.demo.northwind.services;
    const { id } = await northwind.member({ roles: ["support"] });
    await change(id, { roles: ["support"], limitedToServices: true, serviceIds: [web1, web2, web1] });
    expect((await northwind.ask(OWNER, viewPerson, { contactId: id })).details?.services).toHaveLength(2);
    expect((await problemOf(change(id, { limitedToServices: true }))).extra.fields).toHaveProperty("serviceIds");
    await change(id, { roles: ["support"], serviceIds: [web1] });
    expect(await portal.owner.contactService.count({ where: { contactId: id } })).toBe(0);
    expect((await northwind.row(id)).limitedToServices).toBe(false);
  });

  test("can only grant notifications to notification-only contacts", async () => {
    const { notices } = northwind.contacts;
    expect((await problemOf(change(notices, { roles: ["billing"] }))).extra.fields).toHaveProperty("roles");
    expect(
      (await problemOf(change(notices, { overrides: [on("billing.invoices.view")] }))).extra.fields,
    ).toHaveProperty("overrides");
    await change(notices, { overrides: [on("notices.support.receive")] });
    expect(
      await portal.owner.contactPermission.findMany({ where: { contactId: notices }, select: { permission: true } }),
    ).toEqual([{ permission: "notices.support.receive" }]);
  });
});

describe("a form submitted unchanged", () => {
  test("changes nothing, even with end dates from another time zone", async () => {
    const { web1 } = portal.demo.northwind.services;
    const { id } = await northwind.member({
      roles: ["support", "billing"],
      permissions: [
        { permission: "people.export", endsAt: new Date("2091-05-05T05:05:05.005Z") },
        { permission: "links.add", effect: "off" },
      ],
      services: [web1],
      endsAt: new Date("2091-02-03T23:30:00Z"),
    });
    const before = await northwind.ask(OWNER, viewPerson, { contactId: id });
    if (before.details === null) throw new Error("no details");
    const fields = fieldsOf(draftOf(before.details, "Pacific/Auckland"));
    expect(fieldsOf(readDraft(fields))).toEqual(fields);
    await portal.owner.person.updateMany({ where: { email: OWNER }, data: { timeZone: "Pacific/Auckland" } });
    const asked = fromStrings(changeAccess.input, [...fields, ["contactId", id], ["version", String(before.version)]]);
    await northwind.ask(OWNER, changeAccess, asked as never);
    await portal.owner.person.updateMany({ where: { email: OWNER }, data: { timeZone: "Europe/Amsterdam" } });
    const { version, ...after } = await northwind.ask(OWNER, viewPerson, { contactId: id });
    expect({ ...after, version: version - 1 }).toEqual(before);
  });
});
