import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { type RolePreset, rolePresets } from "@/lib/accounts/role-requests/schema";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { sameItems } from "@/lib/policy/access-plan";
import { standardRoleSets } from "@/lib/policy/staff-change";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { viewRoleRequestDesk } from "@/lib/staff/role-requests/view-desk";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { assigned, doubtful, roleRequest } from "./arrange";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const staff = (who: "accounting" | "support" | "manager") => `staff-${who}@portcullis.example`;
const AGENT = staff("support");
const presets = Object.keys(rolePresets) as RolePreset[];
const request = (plan: Parameters<typeof roleRequest>[2] = {}) => roleRequest(portal, northwind.accountId, plan);
const give = (who: Parameters<typeof staff>[0], plan: Parameters<typeof assigned>[3]) =>
  assigned(portal, staff(who), northwind.accountId, plan);
const rolesOf = async (contactId: string) => {
  const held = await portal.owner.contactRole.findMany({ where: { contactId }, orderBy: { role: "asc" } });
  return held.map(({ role }) => role);
};
const apply = (asked: { id: string; version: number }, role?: RolePreset, by = AGENT) =>
  northwind.ask(by, applyRoleRequest, { requestId: asked.id, version: asked.version, ...(role && { role }) });
const statusOf = async (id: string) => (await portal.owner.roleRequest.findUniqueOrThrow({ where: { id } })).status;

it("the standard roles to ask for are exactly those the policy lets staff assign", () => {
  const offered = presets.map((preset) => rolePresets[preset].roles);
  expect(offered).toHaveLength(standardRoleSets.length);
  for (const set of standardRoleSets) expect(offered.some((roles) => sameItems(roles, set))).toBe(true);
});

describe.each(["accounting", "support", "manager"] as const)("%s staff", (who) => {
  it.each(presets)("may assign %s to a person on the account, once it is approved", async (role) => {
    const held = role === "support" ? ("billing" as const) : ("support" as const);
    const { id: contactId } = await northwind.member({ roles: [held], permissions: [{ permission: "links.add" }] });
    await give(who, { contactId, role });
    expect(await rolesOf(contactId)).toEqual([...rolePresets[role].roles].sort());
    const kept = await portal.owner.contactPermission.findMany({ where: { contactId } });
    expect(kept.map(({ permission }) => permission)).toEqual(["links.add"]);
  });

  it("may assign a role to a new person, who is invited", async () => {
    const email = `new-${who}@northwind.example`;
    const given = await give(who, { name: "Noor Haddad", email, role: "billing-support" });
    expect(given.invited).toBe(true);
    const contact = await portal.owner.contact.findUniqueOrThrow({ where: { id: given.contactId } });
    expect(contact).toMatchObject({ email, name: "Noor Haddad", kind: "member", status: "invited", personId: null });
    expect(await rolesOf(given.contactId)).toEqual(["billing", "support"]);
    expect(await portal.owner.outboxMail.count({ where: { toAddress: email, template: "invitation" } })).toBe(1);
  });
});

describe("a role assigned on request", () => {
  it("records the staff member, the request and the requester, and notifies the owner and the person", async () => {
    const { id: contactId } = await northwind.member({
      name: "Ana López",
      email: "ana@northwind.example",
      roles: ["support"],
    });
    const { number, ...asked } = await request({ contactId, role: "billing", requesterName: "Marcus Okafor" });
    await apply(asked, undefined, staff("accounting"));
    const [role] = await portal.owner.contactRole.findMany({ where: { contactId } });
    expect(role).toMatchObject({
      givenByName: "Claire Dubois, Portcullis",
      reference: `R-${number}`,
      requestedBy: "Marcus Okafor",
    });
    const owners = await northwind.mailTo(OWNER);
    expect(owners).toMatchObject({ kind: "people", accountId: northwind.accountId });
    expect(owners.subject).toBe("Ana López now has the “Billing only” role on Northwind Robotics");
    const told = ["Marcus Okafor", "Ingrid Solheim", `R-${number}`, "Claire Dubois, Portcullis", "Billing only"];
    for (const words of [...told, `/people/role-requests/${asked.id}`]) {
      expect(owners.text).toContain(words);
      expect(owners.html).toContain(words);
    }
    expect((await northwind.mailTo("ana@northwind.example")).text).toContain("Billing only");
    const log = await northwind.lastEvent();
    expect(log).toMatchObject({ actorIsStaff: true, actorName: "Claire Dubois", accountId: northwind.accountId });
    expect(log.summary).toBe(`Assigned the “Billing only” role to Ana López, requested by Marcus Okafor (R-${number})`);
    expect(log.details).toMatchObject({ requestId: asked.id, approvedBy: "Ingrid Solheim" });
  });

  it("changes only roles, keeping limits and end dates", async () => {
    const before = await northwind.row(northwind.contacts.custom);
    await give("support", { contactId: before.id, role: "support" });
    const after = await northwind.row(before.id);
    expect(after).toMatchObject({ endsAt: before.endsAt, limitedToServices: true, version: before.version + 1 });
    expect(await portal.owner.contactService.count({ where: { contactId: before.id } })).toBe(2);
    expect(await portal.owner.contactPermission.count({ where: { contactId: before.id } })).toBe(8);
  });

  it("ends when it was approved to end", async () => {
    const roleEndsAt = addDays(new Date(), 30);
    const { contactId } = await give("support", { role: "billing-support", roleEndsAt });
    const roles = await portal.owner.contactRole.findMany({ where: { contactId } });
    expect(roles.map(({ endsAt }) => endsAt)).toEqual([roleEndsAt, roleEndsAt]);
  });

  it("turns a notification-only contact into a member and invites them", async () => {
    const { id: contactId } = await northwind.member({
      login: false,
      permissions: [{ permission: "notices.invoices.receive" }],
    });
    expect((await give("accounting", { contactId, role: "billing" })).invited).toBe(true);
    expect(await northwind.row(contactId)).toMatchObject({ kind: "member", status: "invited" });
    expect(await portal.owner.invitation.count({ where: { contactId, acceptedAt: null, revokedAt: null } })).toBe(1);
  });

  it("is assigned once per Idempotency-Key", async () => {
    const { id: requestId, version, email } = await request();
    const key = { idempotencyKey: randomUUID() };
    const input = { requestId, version };
    const agent = await portal.as(AGENT);
    const first = await execute(agent, northwind.accountId, applyRoleRequest, input, key);
    expect(await execute(agent, northwind.accountId, applyRoleRequest, input, key)).toEqual(first);
    expect(await portal.owner.contact.count({ where: { email } })).toBe(1);
  });

  it("can be smaller than what was approved", async () => {
    const asked = await request({ role: "billing-support" });
    const { contactId } = await apply(asked, "billing");
    expect(await rolesOf(contactId)).toEqual(["billing"]);
  });
});

describe("nothing beyond the approval is given", () => {
  it.each([
    ["support", "administrator"],
    ["billing", "billing-support"],
    ["billing", "support"],
    ["billing-support", "administrator"],
  ] as const)("if %s was approved and %s is tried", async (role, tried) => {
    const asked = await request({ role });
    expect(await problemOf(apply(asked, tried))).toMatchObject({
      code: "refused",
      extra: { refusal: "more-than-approved" },
    });
    expect(await statusOf(asked.id)).toBe("approved");
    expect(await portal.owner.contact.count({ where: { email: asked.email } })).toBe(0);
  });

  it.each([
    ["waits for the owner", doubtful, "This request hasn't been approved yet."],
    [
      "was refused",
      { status: "refused", decidedById: randomUUID(), decidedByName: "Ingrid", decidedAt: new Date() },
      "This request was refused.",
    ],
    ["was withdrawn", { status: "withdrawn" }, "This request was withdrawn."],
    ["has expired", { expiresAt: addDays(new Date(), -1) }, "This request has expired. It must be made again."],
    [
      "ended before it was applied",
      { roleEndsAt: addDays(new Date(), -1) },
      "The role was only wanted until a time that has passed.",
    ],
  ])("if it %s", async (_, plan, detail) => {
    const recorded = "source" in plan ? { recordedById: portal.demo.staff.supportId } : {};
    const asked = await request({ ...plan, ...recorded });
    expect(await problemOf(apply(asked))).toMatchObject({ code: "conflict", detail });
    expect(await portal.owner.contact.count({ where: { email: asked.email } })).toBe(0);
  });

  it("twice, or on a version that has changed", async () => {
    const asked = await request();
    await apply(asked);
    expect((await problemOf(apply({ ...asked, version: 2 }))).detail).toBe("This request has already been applied.");
    const other = await request();
    expect((await problemOf(apply({ ...other, version: 7 }))).code).toBe("conflict");
    expect(await portal.owner.contact.count({ where: { email: other.email } })).toBe(0);
  });

  it("by fifty at once, more than once", async () => {
    const { id: contactId } = await northwind.member({ roles: ["billing"] });
    const asked = await request({ contactId, role: "support" });
    const callers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        portal.as(staff((["support", "accounting", "manager"] as const)[at % 3] ?? "support")),
      ),
    );
    const input = { requestId: asked.id, version: asked.version };
    const tries = callers.map((caller) => execute(caller, northwind.accountId, applyRoleRequest, input));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = results.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes.filter((code) => code !== "conflict" && code !== "unavailable")).toEqual([]);
    const log = { operation: "role-requests.apply", targetId: contactId, outcome: "done" as const };
    expect(await portal.owner.auditEvent.count({ where: log })).toBe(1);
  });

  it("if the one who approved it could no longer do it themselves", async () => {
    const by = await northwind.member({ roles: ["administrator"] });
    const { personId, name } = await northwind.row(by.id);
    const approvedBy = { status: "approved", decidedById: personId, decidedByName: name, decidedAt: new Date() };
    const asked = await request({ ...approvedBy, requesterId: by.id, requesterName: name });
    const version = await northwind.version(by.id);
    await northwind.ask(OWNER, changeAccess, { ...noAccess, contactId: by.id, version, roles: ["billing"] });
    expect((await problemOf(apply(asked))).detail).toContain(`${name}, who approved this request`);
    expect(await portal.owner.contact.count({ where: { email: asked.email } })).toBe(0);
  });

  it("if the one who approved it isn't on the account, as in a forged row", async () => {
    const decidedBy = {
      status: "approved",
      decidedById: portal.demo.staff.managerId,
      decidedByName: "X",
      decidedAt: new Date(),
    };
    const asked = await request(decidedBy);
    expect((await problemOf(apply(asked))).code).toBe("conflict");
  });

  it("to another address than the approved one", async () => {
    const { id: contactId } = await northwind.member({ roles: ["billing"] });
    const asked = await request({ contactId, role: "support" });
    await portal.owner.contact.update({ where: { id: contactId }, data: { email: "moved@northwind.example" } });
    expect((await problemOf(apply(asked))).detail).toContain("email address has changed");
    expect(await rolesOf(contactId)).toEqual(["billing"]);
  });

  it("even if the code forgot to ask, because the database refuses it", async () => {
    const done = {
      status: "applied",
      version: 2,
      appliedById: portal.demo.staff.supportId,
      appliedByName: "S",
      appliedAt: new Date(),
      appliedContactId: northwind.contacts.support,
    };
    const update = (id: string, data: object) => portal.owner.roleRequest.update({ where: { id }, data });
    const small = await request({ role: "billing" });
    await expect(update(small.id, { ...done, appliedRole: "administrator" })).rejects.toThrow(
      "RoleRequest_no_more_than_asked",
    );
    await expect(update(small.id, { role: "administrator", version: 2 })).rejects.toThrow();
    const recordedById = portal.demo.staff.supportId;
    const waits = await request({ ...doubtful, recordedById });
    await expect(update(waits.id, { ...done, appliedRole: "support" })).rejects.toThrow();
    const refused = await request({ ...doubtful, recordedById, status: "withdrawn" });
    await expect(update(refused.id, { status: "approved", version: 2 })).rejects.toThrow();
    const over = await request({ expiresAt: addDays(new Date(), -1) });
    await expect(update(over.id, { ...done, appliedRole: "support" })).rejects.toThrow();
  });
});

describe("staff cannot", () => {
  it("change the owner's roles", async () => {
    const asked = await request({ contactId: portal.demo.northwind.ownerContactId, role: "support" });
    expect((await problemOf(apply(asked))).code).toMatch(/refused|conflict/);
  });

  it("assign roles without effect: to suspended people, after the end date, or ones they have", async () => {
    const suspended = await northwind.member({ status: "suspended" });
    const over = await northwind.member({ endsAt: new Date("2020-01-01") });
    const same = await northwind.member({ roles: ["support"] });
    for (const { id: contactId } of [suspended, over, same]) {
      expect((await problemOf(apply(await request({ contactId })))).code).toBe("conflict");
    }
  });

  it("apply a request of another account", async () => {
    const foreign = await roleRequest(portal, portal.demo.globex.id);
    expect((await problemOf(apply(foreign))).code).toBe("not-found");
    expect(await statusOf(foreign.id)).toBe("approved");
  });
});

it("customers cannot apply requests, not even the owner", async () => {
  const asked = await request();
  for (const who of [OWNER, ADMINISTRATOR])
    expect((await problemOf(apply(asked, undefined, who))).code).toBe("refused");
});

it("staff see what each role would change, and that no more than the approved one can be assigned", async () => {
  const { id: requestId } = await request({ contactId: northwind.contacts.billing, role: "support" });
  const seen = await northwind.ask(AGENT, viewRoleRequestDesk, { requestId });
  expect(seen).toMatchObject({ access: "Billing", status: "approved", locked: null });
  const of = (role: RolePreset) => seen.choices.find((choice) => choice.role === role);
  const lost =
    of("support")
      ?.changes.filter(({ tone }) => tone === "loss")
      .flatMap(({ items }) => items) ?? [];
  expect(lost.map(({ name }) => name)).toContain("View invoices");
  expect(of("support")?.refusal).toBeNull();
  expect(of("administrator")?.refusal).toBe("This is more than was approved.");
  expect(of("billing-support")?.refusal).toBe("This is more than was approved.");
});
