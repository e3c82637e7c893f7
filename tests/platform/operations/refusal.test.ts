import { describe, expect, it } from "vitest";
import { Grant } from "@/lib/platform/db/grant";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { forbidden } from "@/lib/platform/operations/forbidden";
import type { Context } from "@/lib/platform/operations/operation";
import type { Subject } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, staff } from "@/tests/policy/people";

const person = (subject: Subject, name: string, hasLogin = true): AccountMember => ({
  contactId: subject.contactId ?? "",
  name,
  locale: "en-GB",
  timeZone: "UTC",
  email: `${name}@example.com`,
  emailVerified: true,
  hasLogin,
  noticesOff: [],
  subject,
});

const owner = person(contact({ roles: ["owner"] }), "Olga");
const absent = person(contact({ roles: ["administrator"] }), "Nobody yet", false);
const support = contact({ roles: ["support"], contactId: "me" });
const account = { id: "account", number: 1, name: "A", closed: false };
const contextOf = (subject: Subject, more: Partial<Context> = {}) =>
  ({ viewer: viewerOf(subject), account, people: async () => [owner], ...more }) as Context;

describe("a denial", () => {
  it("names the permission and the people with a login who can grant it", async () => {
    const problem = await forbidden(viewerOf(support), "billing.invoices.pay", async () => [owner, absent]);
    expect(problem).toMatchObject({ code: "refused", status: 403 });
    expect(problem.extra).toEqual({
      permission: "billing.invoices.pay",
      permissionName: "Pay invoices",
      grantors: ["Olga"],
    });
    expect(problem.detail).toContain("Olga");
  });

  it("doesn't refer people to themselves", async () => {
    const own = contact({ roles: ["administrator"], gates: { areasOff: ["links"] } });
    const problem = await forbidden(viewerOf(own), "links.add", async () => [person(own, "Mia"), owner]);
    expect(problem.extra.grantors).toEqual(["Olga"]);
  });

  it("names the gate that denies what the person otherwise holds", async () => {
    const own = contact({ roles: ["administrator"], gates: { areasOff: ["links"] } });
    const problem = await forbidden(viewerOf(own), "links.add", async () => []);
    expect(problem.extra).toMatchObject({ permission: "links.add", gate: "area-off" });
    const missing = await forbidden(viewerOf(support), "billing.invoices.pay", async () => []);
    expect(missing.extra).not.toHaveProperty("gate");
  });

  it("is about the record, if there is one", async () => {
    const mine = viewerOf({ ...support, serviceLimit: ["web"] });
    const problem = await forbidden(mine, "services.view", async () => [], { id: "mail" });
    expect(problem.detail).toContain("“View services” with a condition that isn't met here: for chosen services");
  });
});

describe("authorize", () => {
  it("passes for permission on the record, and throws otherwise", async () => {
    const limited = contextOf({ ...support, serviceLimit: ["web"] });
    await expect(authorize(limited, "services.view", { id: "web" })).resolves.toBeUndefined();
    await expect(authorize(limited, "services.view", { id: "mail" })).rejects.toMatchObject({
      code: "refused",
      extra: { permission: "services.view", grantors: ["Olga"] },
    });
    await expect(authorize(limited, "links.add")).resolves.toBeUndefined();
  });
});

describe("rows", () => {
  it("match the permission, the current account and the given filter", () => {
    const mine = [{ status: { not: "draft" } }];
    const billing = contact({ roles: ["billing"] });
    expect(accessibleWhere(contextOf(billing), "billing.invoices.view", { number: "7" })).toEqual({
      AND: [...mine, { AND: [{ accountId: "account" }, { number: "7" }] }],
    });
    expect(accessibleWhere(contextOf(billing), "billing.invoices.view")).toEqual({
      AND: [...mine, { AND: [{ accountId: "account" }] }],
    });
    expect(accessibleWhere(contextOf(billing, { account: null }), "billing.invoices.view")).toEqual({
      AND: [...mine, { AND: [] }],
    });
  });
});

describe("a grant", () => {
  it("exists for a held permission on the account, the person or the register", () => {
    const viewer = viewerOf(support);
    const grant = Grant.of(viewer, "links.add", "account");
    expect(grant).toMatchObject({
      permission: "links.add",
      scope: "account",
      accountId: "account",
      personId: support.personId,
    });
    expect(grant?.viewer).toBe(viewer);
    expect(Grant.of(viewer, "profile.manage", "self")).toMatchObject({ scope: "self", accountId: null });
    expect(Grant.of(viewerOf(staff("agent")), "staff.accounts.find", "staff")).toMatchObject({ accountId: null });
  });

  it("doesn't exist without the permission, nor without an account", () => {
    expect(Grant.of(viewerOf(support), "billing.invoices.pay", "account")).toBeNull();
    expect(Grant.of(viewerOf({ ...staff("agent"), accountId: null }), "services.view", "account")).toBeNull();
  });
});
