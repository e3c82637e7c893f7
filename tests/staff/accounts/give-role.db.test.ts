import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { sameItems } from "@/lib/policy/access-plan";
import { standardRoleSets } from "@/lib/policy/staff-change";
import { assignRole } from "@/lib/staff/accounts/assign-role";
import { listRoleChoices } from "@/lib/staff/accounts/role-choices";
import { type RolePreset, rolePresets } from "@/lib/staff/core/schema";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: TestPortal["demo"]["northwind"];
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind;
});
afterAll(() => portal.close());

const staff = (who: "accounting" | "support" | "manager") => portal.as(`staff-${who}@portcullis.example`);
const request = { reference: "T-1042", requestedBy: "Ingrid Solheim, by telephone" };
const presets = Object.keys(rolePresets) as RolePreset[];

let people = 0;
const member = (over: Partial<Parameters<typeof buildContact>[2]> = {}) => {
  people += 1;
  return buildContact(portal.owner, northwind.id, {
    email: `p${people}@northwind.example`,
    name: `Person ${people}`,
    ...over,
  });
};
const rolesOf = async (contactId: string) => {
  const held = await portal.owner.contactRole.findMany({ where: { contactId }, orderBy: { role: "asc" } });
  return held.map(({ role }) => role);
};
const give = async (who: Parameters<typeof staff>[0], input: object) =>
  execute(await staff(who), northwind.id, assignRole, { ...request, role: "support", ...input });

it("the staff console offers exactly the standard roles the policy lets staff assign", () => {
  const offered = presets.map((preset) => rolePresets[preset].roles);
  expect(offered).toHaveLength(standardRoleSets.length);
  for (const set of standardRoleSets) expect(offered.some((roles) => sameItems(roles, set))).toBe(true);
});

describe.each(["accounting", "support", "manager"] as const)("%s staff", (who) => {
  it.each(presets)("may assign %s to a person on the account", async (role) => {
    const contactId = await member({ roles: ["support"], permissions: [{ permission: "links.add" }] });
    const other = role === "support" ? await member({ roles: ["billing"] }) : contactId;
    await give(who, { contactId: other, role });
    expect(await rolesOf(other)).toEqual([...rolePresets[role].roles].sort());
    const kept = await portal.owner.contactPermission.findMany({ where: { contactId } });
    expect(kept.map(({ permission }) => permission)).toEqual(["links.add"]);
  });

  it("may assign a role to a new person, who is invited", async () => {
    const email = `new-${who}@northwind.example`;
    const given = await give(who, { name: "Noor Haddad", email, role: "billing-support" });
    expect(given.invited).toBe(true);
    const contact = await portal.owner.contact.findUniqueOrThrow({ where: { id: given.contactId } });
    expect(contact).toMatchObject({ email, kind: "member", status: "invited", personId: null });
    expect(await rolesOf(given.contactId)).toEqual(["billing", "support"]);
    expect(await portal.owner.outboxMail.count({ where: { toAddress: email, template: "invitation" } })).toBe(1);
  });
});

describe("a role assigned on request", () => {
  it("records the staff member, reference and requester, and notifies the owner and the person", async () => {
    const contactId = await member({ name: "Ana López", email: "ana@northwind.example", roles: ["support"] });
    await give("accounting", { contactId, role: "billing", requestedBy: "  Marcus\nOkafor " });
    const [role] = await portal.owner.contactRole.findMany({ where: { contactId } });
    expect(role).toMatchObject({
      givenByName: "Claire Dubois, Portcullis",
      reference: "T-1042",
      requestedBy: "Marcus Okafor",
    });
    const to = (toAddress: string) =>
      portal.owner.outboxMail.findFirstOrThrow({ where: { toAddress }, orderBy: { createdAt: "desc" } });
    const owners = await to("owner@northwind.example");
    expect(owners).toMatchObject({ kind: "people", accountId: northwind.id });
    expect(owners.subject).toBe("Ana López now has the “Billing only” role on Northwind Robotics");
    for (const words of [
      "Marcus Okafor",
      "T-1042",
      "Claire Dubois, Portcullis",
      "Billing only",
      `/people/${contactId}`,
    ]) {
      expect(owners.text).toContain(words);
      expect(owners.html).toContain(words);
    }
    expect((await to("ana@northwind.example")).text).toContain("Billing only");
    const log = await portal.owner.auditEvent.findFirstOrThrow({
      where: { operation: "staff.assign-role", targetId: contactId },
    });
    expect(log).toMatchObject({ actorIsStaff: true, actorName: "Claire Dubois", accountId: northwind.id });
    expect(log.summary).toBe("Assigned the “Billing only” role to Ana López, requested by Marcus Okafor (T-1042)");
  });

  it("changes only roles, keeping limits and end dates", async () => {
    const before = await portal.owner.contact.findUniqueOrThrow({ where: { id: northwind.contacts.custom } });
    await give("support", { contactId: before.id, role: "support" });
    const after = await portal.owner.contact.findUniqueOrThrow({ where: { id: before.id } });
    expect(after).toMatchObject({ endsAt: before.endsAt, limitedToServices: true, version: before.version + 1 });
    expect(await portal.owner.contactService.count({ where: { contactId: before.id } })).toBe(2);
    expect(await portal.owner.contactPermission.count({ where: { contactId: before.id } })).toBe(8);
  });

  it("turns a notification-only contact into a member and invites them", async () => {
    const contactId = await member({ login: false, permissions: [{ permission: "notices.invoices.receive" }] });
    expect((await give("accounting", { contactId, role: "billing" })).invited).toBe(true);
    const contact = await portal.owner.contact.findUniqueOrThrow({ where: { id: contactId } });
    expect(contact).toMatchObject({ kind: "member", status: "invited" });
    expect(await portal.owner.invitation.count({ where: { contactId, acceptedAt: null, revokedAt: null } })).toBe(1);
  });

  it("is assigned once per Idempotency-Key", async () => {
    const input = { ...request, name: "Once Only", email: "once@northwind.example", role: "support" as const };
    const key = { idempotencyKey: randomUUID() };
    const caller = await staff("support");
    const first = await execute(caller, northwind.id, assignRole, input, key);
    expect(await execute(caller, northwind.id, assignRole, input, key)).toEqual(first);
    expect(await portal.owner.contact.count({ where: { email: input.email } })).toBe(1);
  });
});

describe("staff cannot", () => {
  it("change the owner or assign ownership", async () => {
    const contactId = northwind.ownerContactId;
    expect(await problemOf(give("manager", { contactId }))).toMatchObject({
      code: "refused",
      extra: { refusal: "reserved-to-owner" },
    });
    const other = await member();
    expect((await problemOf(give("manager", { contactId: other, role: "owner" }))).code).toBe("invalid");
  });

  it.each([
    ["without a reference", { reference: " " }, "reference"],
    ["without who asked", { requestedBy: "" }, "requestedBy"],
    ["to nobody", {}, "name"],
    ["to somebody without an address", { name: "Noor" }, "email"],
    ["to an address of the account as if it were new", { name: "Priya", email: "billing@northwind.example" }, "email"],
  ])("assign a role %s", async (_, input, field) => {
    const problem = await problemOf(give("support", input));
    expect(problem.code).toBe("invalid");
    expect(Object.keys(problem.extra.fields ?? {})).toContain(field);
  });

  it("assign roles without effect: to suspended people, after the end date, or ones they have", async () => {
    const suspended = await member({ status: "suspended" });
    const over = await member({ endsAt: new Date("2020-01-01") });
    const same = await member({ roles: ["support"] });
    for (const contactId of [suspended, over, same]) {
      expect((await problemOf(give("support", { contactId }))).code).toBe("conflict");
    }
  });

  it("change a contact of another account", async () => {
    const [foreign] = await portal.owner.contact.findMany({ where: { accountId: portal.demo.globex.id } });
    expect((await problemOf(give("support", { contactId: foreign?.id }))).code).toBe("not-found");
  });
});

it("customers cannot assign roles as staff, not even the owner", async () => {
  const owner = await portal.as("owner@northwind.example");
  const input = { ...request, contactId: northwind.contacts.billing, role: "support" as const };
  expect((await problemOf(execute(owner, northwind.id, assignRole, input))).code).toBe("refused");
  expect((await problemOf(execute(owner, northwind.id, listRoleChoices, {}))).code).toBe("refused");
});

it("the role choices show what each role would change and who may request it", async () => {
  const { contacts } = northwind;
  const read = async (contactId?: string) =>
    execute(await staff("accounting"), northwind.id, listRoleChoices, { contactId });
  const billing = await read(contacts.billing);
  expect(billing.contact).toMatchObject({ name: "Priya Raman", access: "Billing" });
  const of = (role: RolePreset) => billing.choices.find((choice) => choice.role === role);
  expect(of("billing")?.refusal).toBe("Priya Raman already has exactly this role.");
  const lost =
    of("support")
      ?.changes.filter(({ tone }) => tone === "loss")
      .flatMap(({ items }) => items) ?? [];
  expect(lost.map(({ name }) => name)).toContain("View invoices");
  expect(of("administrator")?.changes.some(({ tone }) => tone === "loss")).toBe(false);
  expect(billing.mayAsk.map(({ name, as }) => [name, as])).toEqual(
    expect.arrayContaining([
      ["Ingrid Solheim", "Account owner"],
      ["Marcus Okafor", "Account administrator"],
    ]),
  );
  const open = ({ choices }: typeof billing) =>
    choices.filter(({ refusal }) => refusal === null).map(({ role }) => role);
  expect(open(await read(northwind.ownerContactId))).toEqual([]);
  const fresh = await read();
  expect(open(fresh)).toHaveLength(standardRoleSets.length);
  expect(fresh.choices.filter(({ changes }) => changes.length === 0)).toEqual([]);
});
