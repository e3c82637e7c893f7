import { describe, expect, it } from "vitest";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { describeChange } from "@/lib/policy/describe-change";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import type { Subject } from "@/lib/policy/subject";
import { contact, nextYear, staffViewer, tomorrow, viewer, yesterday } from "./people";

const owner = viewer({ roles: ["owner"] });
const administrator = viewer({ roles: ["administrator"] });

function plan(parts: Partial<AccessPlan>): AccessPlan {
  return { roles: [], overrides: [], serviceLimit: null, endsAt: null, ...parts };
}

function on(...permissions: Permission[]): AccessPlan["overrides"] {
  return permissions.map((permission) => ({ permission, effect: "on" }));
}

const changeOf = (subject: Subject, parts: Partial<AccessPlan>) => ({ ...planOf(subject), ...parts });

describe("a change of access", () => {
  it("shows the gains from support to billing and support", () => {
    const subject = contact({ roles: ["support"] });
    const change = roleChange(administrator, { subject }, changeOf(subject, { roles: ["billing", "support"] }));
    expect(change).toEqual({
      ok: true,
      gains: [
        "billing.overview.view",
        "billing.invoices.view",
        "billing.invoices.pay",
        "billing.payment-methods.view",
        "billing.payment-methods.update",
        "billing.autopay.change",
        "billing.statements.view",
        "billing.prices.view",
        "billing.credit.view",
        "notices.invoices.receive",
        "notices.billing.receive",
      ],
      loses: [],
      noticesGained: ["notices.invoices.receive", "notices.billing.receive"],
      noticesLost: [],
    });
  });

  it("shows gains and losses from billing to support, in words", () => {
    const subject = contact({ roles: ["billing"] });
    const change = roleChange(administrator, { subject }, changeOf(subject, { roles: ["support"] }));
    if (!change.ok) throw new Error(change.sentence);
    const words = describeChange(change).map(({ heading, items }) => [heading, items.map(({ name }) => name)]);
    expect(words).toEqual([
      [
        "Will be able to",
        [
          "View credentials",
          "View tickets",
          "Open tickets",
          "Reply to tickets",
          "Close tickets",
          "Watch tickets",
          "Rate tickets",
        ],
      ],
      ["Will receive", ["Receive service notifications", "Receive ticket notifications"]],
      [
        "Will no longer be able to",
        [
          "View billing overview",
          "View invoices",
          "Pay invoices",
          "View payment methods",
          "Manage payment methods",
          "Manage autopay",
          "View statements",
          "View service prices",
          "View account credit",
        ],
      ],
      ["Will no longer receive", ["Receive invoices", "Receive billing notifications"]],
    ]);
  });

  it("shows everything as gained for a new contact", () => {
    expect(roleChange(administrator, null, plan({ overrides: on("people.export") }))).toMatchObject({
      ok: true,
      gains: ["people.export"],
      loses: [],
    });
  });

  it("shows a narrower or wider service limit", () => {
    const subject = contact({ roles: ["support"], serviceLimit: ["web"] });
    const bound = permissionKeys.filter(
      (key) =>
        key === "services.view" ||
        key === "services.credentials.view" ||
        /^support\.tickets\.(view|open|reply|close|watch|rate)$/.test(key),
    );
    const wider = roleChange(owner, { subject }, changeOf(subject, { serviceLimit: ["web", "mail"] }));
    const narrower = roleChange(owner, { subject }, changeOf(subject, { serviceLimit: [] }));
    expect(wider).toMatchObject({ ok: true, gains: bound, loses: [] });
    expect(narrower).toMatchObject({ ok: true, gains: [], loses: bound });
  });

  it("shows a condition that is removed", () => {
    const subject = contact({ roles: ["billing"] });
    const change = roleChange(owner, { subject }, changeOf(subject, { overrides: on("meetings.view") }));
    expect(change).toMatchObject({ ok: true, gains: ["meetings.view"], loses: [] });
  });

  it("shows nothing if nothing changes", () => {
    const subject = contact({ roles: ["billing"], on: ["reports.view"], off: ["links.add"] });
    expect(roleChange(administrator, { subject }, planOf(subject))).toMatchObject({ ok: true, gains: [], loses: [] });
  });

  it("counts expired access as lost", () => {
    const subject = contact({ roles: ["support"] });
    const change = roleChange(administrator, { subject }, changeOf(subject, { endsAt: yesterday }));
    expect(change).toMatchObject({
      ok: true,
      gains: [],
      noticesLost: ["notices.services.receive", "notices.support.receive", "notices.workspace.receive"],
    });
  });
});

describe("a change is refused", () => {
  const subject = contact({ roles: ["support"] });

  it("to people who may not change roles", () => {
    expect(roleChange(viewer({ roles: ["billing", "support"] }), { subject }, plan({ roles: ["billing"] }))).toEqual({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "people.roles.change",
      sentence: "You need “Change roles” to do this.",
    });
  });

  it("for a role with more than the grantor holds", () => {
    const delegate = viewer({ roles: ["support"], on: ["people.roles.change"] });
    expect(roleChange(delegate, { subject }, plan({ roles: ["support", "billing"] }))).toEqual({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "billing.overview.view",
      role: "billing",
      sentence: "You can't grant the Billing role because you don't have “View billing overview” yourself.",
    });
  });

  it("for a permission denied to the grantor, individually or in a role", () => {
    const limited = viewer({ roles: ["administrator"], off: ["billing.invoices.pay"] });
    const single = roleChange(
      limited,
      { subject },
      plan({ roles: ["support"], overrides: on("billing.invoices.pay") }),
    );
    expect(single).toMatchObject({ ok: false, refusal: "not-yours-to-give", permission: "billing.invoices.pay" });
    expect(roleChange(limited, { subject }, plan({ roles: ["billing"] }))).toMatchObject({
      ok: false,
      role: "billing",
    });
  });

  it("for granting oneself what was denied", () => {
    const self = viewer({ roles: ["administrator"], off: ["people.export"] });
    const change = roleChange(self, { subject: self.subject }, changeOf(self.subject, { overrides: [] }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give", permission: "people.export" });
  });

  it("for unconditional access, from a grantor with a condition", () => {
    const delegate = viewer({ roles: ["support"], on: ["people.roles.change"] });
    const change = roleChange(delegate, { subject }, changeOf(subject, { overrides: on("meetings.view") }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give", permission: "meetings.view" });
  });

  it("for services beyond the grantor's limit", () => {
    const delegate = viewer({ roles: ["administrator"], serviceLimit: ["web"] });
    const narrow = contact({ roles: ["support"], serviceLimit: ["web"] });
    expect(roleChange(delegate, { subject: narrow }, changeOf(narrow, { serviceLimit: [] })).ok).toBe(true);
    expect(roleChange(delegate, { subject: narrow }, changeOf(narrow, { serviceLimit: ["mail"] }))).toMatchObject({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "services.view",
    });
  });

  it("for longer than the grantor holds it", () => {
    const passing = viewer({ roles: ["administrator"], gates: { contactEndsAt: tomorrow } });
    const lasting = roleChange(passing, null, plan({ roles: ["billing"] }));
    expect(lasting).toMatchObject({ ok: false, refusal: "not-yours-to-give" });
    expect(lasting).toHaveProperty(
      "sentence",
      expect.stringContaining("expires, so the Billing role must expire by then"),
    );
    expect(roleChange(passing, null, plan({ roles: ["billing"], endsAt: tomorrow })).ok).toBe(true);
    const own = changeOf(passing.subject, { endsAt: nextYear });
    expect(roleChange(passing, { subject: passing.subject }, own)).toMatchObject({
      ok: false,
      refusal: "not-yours-to-give",
    });
  });

  it("for a person with more access", () => {
    const delegate = viewer({ roles: ["support"], on: ["people.roles.change"] });
    const above = contact({ roles: ["administrator"] });
    expect(roleChange(delegate, { subject: above }, plan({ roles: ["support"] }))).toEqual({
      ok: false,
      refusal: "above-your-own-access",
      permission: "settings.profile.view",
      sentence:
        "This person has “View account settings”, which you don't have. Ask someone who has it to change their access.",
    });
  });

  it("for “Order services” from anyone but the owner, unless it is only kept", () => {
    const orders = contact({ roles: ["support"], on: ["services.order"] });
    const given = roleChange(administrator, { subject }, changeOf(subject, { overrides: on("services.order") }));
    expect(given).toMatchObject({
      ok: false,
      refusal: "reserved-to-owner",
      permission: "services.order",
      sentence: "Only the account owner can grant “Order services”.",
    });
    expect(roleChange(administrator, { subject: orders }, changeOf(orders, { roles: ["billing"] })).ok).toBe(true);
    expect(roleChange(administrator, { subject: orders }, plan({ roles: ["support"] }))).toMatchObject({
      ok: true,
      loses: ["services.order"],
    });
    const ended = contact({ on: ["services.order"], gates: { contactEndsAt: yesterday } });
    expect(roleChange(administrator, { subject: ended }, changeOf(ended, { endsAt: null }))).toMatchObject({
      ok: false,
      refusal: "reserved-to-owner",
    });
  });

  it("for owner and staff permissions, from anyone", () => {
    const cancel = roleChange(owner, { subject }, changeOf(subject, { overrides: on("services.cancel") }));
    expect(cancel).toMatchObject({
      refusal: "reserved-to-owner",
      sentence: "“Cancel services” is reserved for the account owner and can't be granted.",
    });
    const refund = roleChange(owner, { subject }, changeOf(subject, { overrides: on("billing.refunds.issue") }));
    expect(refund).toMatchObject({
      refusal: "reserved-to-owner",
      sentence: "“Issue refunds” can't be granted to people on an account.",
    });
  });

  it("for assigning or removing the owner role", () => {
    const seat = { role: "owner", refusal: "reserved-to-owner" };
    expect(roleChange(administrator, { subject: owner.subject }, plan({ roles: ["owner"] }))).toMatchObject(seat);
    expect(roleChange(owner, { subject }, plan({ roles: ["owner"] }))).toMatchObject(seat);
    expect(roleChange(owner, { subject: owner.subject }, plan({ roles: ["billing"] }))).toMatchObject({
      refusal: "last-owner",
      sentence: "An account must have an owner. Transfer ownership first.",
    });
    expect(roleChange(owner, { subject: owner.subject }, plan({ roles: ["owner", "billing"] })).ok).toBe(true);
  });

  it("for end dates and roles without the permission for each", () => {
    const dates = viewer({ roles: ["administrator"], off: ["people.roles.change"] });
    expect(roleChange(dates, { subject }, changeOf(subject, { endsAt: nextYear })).ok).toBe(true);
    expect(roleChange(dates, { subject }, changeOf(subject, { endsAt: nextYear, roles: ["billing"] }))).toMatchObject({
      permission: "people.roles.change",
    });
    const rolesOnly = viewer({ roles: ["administrator"], off: ["people.terms.set"] });
    expect(roleChange(rolesOnly, { subject }, changeOf(subject, { endsAt: nextYear }))).toMatchObject({
      permission: "people.terms.set",
    });
  });
});

describe("an administrator", () => {
  it("may appoint, change and remove another administrator", () => {
    const other = contact({ roles: ["administrator"] });
    expect(roleChange(administrator, null, plan({ roles: ["administrator"] })).ok).toBe(true);
    expect(roleChange(administrator, { subject: other }, changeOf(other, { roles: ["support"] })).ok).toBe(true);
  });

  it("may manage people while areas are turned off", () => {
    const off = viewer({ roles: ["administrator"], gates: { areasOff: ["meetings", "documents"] } });
    expect(roleChange(off, null, plan({ roles: ["billing"] })).ok).toBe(true);
  });
});

describe("staff", () => {
  it("get the customer's refusal in their own words", () => {
    const single = roleChange(staffViewer("agent"), null, plan({ overrides: on("reports.view") }));
    expect(single).toEqual({
      ok: false,
      refusal: "not-yours-to-give",
      sentence: "Staff can only assign standard roles, and not to themselves.",
    });
    const owning = roleChange(staffViewer("manager"), { subject: owner.subject }, plan({ roles: ["administrator"] }));
    expect(owning).toMatchObject({ refusal: "reserved-to-owner", role: "owner" });
  });
});

describe("a permission only the owner can grant", () => {
  const order = (endsAt: Date | null) => ({ permission: "services.order", effect: "on", endsAt }) as const;
  const changed = (endsAt: Date | null, later: Date | null) => {
    const subject = { ...contact({ roles: ["support"] }), overrides: [{ ...order(endsAt), givenBy: "Olga Owner" }] };
    const next = changeOf(subject, { roles: ["support", "billing"], overrides: [order(later)] });
    const change = roleChange(administrator, { subject }, next);
    return change.ok ? "ok" : change.refusal;
  };

  it("can be kept by an administrator up to its end date, but not extended", () => {
    expect(changed(tomorrow, tomorrow)).toBe("ok");
    expect(changed(nextYear, tomorrow)).toBe("ok");
    expect(changed(tomorrow, new Date(tomorrow.getTime() + 1))).toBe("reserved-to-owner");
    expect(changed(tomorrow, null)).toBe("reserved-to-owner");
    expect(changed(null, null)).toBe("ok");
    expect(changed(null, tomorrow)).toBe("ok");
  });
});

describe("a team member who was a contact before", () => {
  const subject = contact({ roles: ["support"], gates: { contactIsStaff: true } });

  it.each([
    ["the owner", owner],
    ["an administrator", administrator],
    ["staff", staffViewer("manager")],
  ])("cannot be granted anything by %s, nor ownership", (_, actor) => {
    const change = roleChange(actor, { subject }, changeOf(subject, { roles: ["billing"] }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give" });
    expect(ownershipTransfer(actor, { subject })).toMatchObject({ ok: false, refusal: "not-yours-to-give" });
  });
});
