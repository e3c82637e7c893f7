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

describe("what a change gives and takes", () => {
  it("from support to billing and support", () => {
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

  it("from billing to support, in words", () => {
    const subject = contact({ roles: ["billing"] });
    const change = roleChange(administrator, { subject }, changeOf(subject, { roles: ["support"] }));
    if (!change.ok) throw new Error(change.sentence);
    const words = describeChange(change).map(({ heading, items }) => [heading, items.map(({ name }) => name)]);
    expect(words).toEqual([
      ["Will be able to", ["View credentials", "View tickets", "Open tickets", "Reply to tickets", "Close tickets"]],
      ["Will receive", ["Receive service notifications", "Receive ticket notifications"]],
      [
        "Will no longer be able to",
        [
          "See the billing overview",
          "See invoices",
          "Pay invoices",
          "See payment methods",
          "Change payment methods",
          "Change automatic payment",
          "See statements",
          "See prices of services",
          "See credit",
        ],
      ],
      ["Will no longer receive", ["Receive invoices", "Receive billing notifications"]],
    ]);
  });

  it("to no one there yet: everything is gained", () => {
    expect(roleChange(administrator, null, plan({ overrides: on("people.export") }))).toMatchObject({
      ok: true,
      gains: ["people.export"],
      loses: [],
    });
  });

  it("by a limit, narrower or wider", () => {
    const subject = contact({ roles: ["support"], serviceLimit: ["web"] });
    const bound = permissionKeys.filter(
      (key) =>
        key === "services.view" ||
        key === "services.credentials.view" ||
        /^support\.tickets\.(view|open|reply|close)$/.test(key),
    );
    const wider = roleChange(owner, { subject }, changeOf(subject, { serviceLimit: ["web", "mail"] }));
    const narrower = roleChange(owner, { subject }, changeOf(subject, { serviceLimit: [] }));
    expect(wider).toMatchObject({ ok: true, gains: bound, loses: [] });
    expect(narrower).toMatchObject({ ok: true, gains: [], loses: bound });
  });

  it("by a condition that falls away", () => {
    const subject = contact({ roles: ["billing"] });
    const change = roleChange(owner, { subject }, changeOf(subject, { overrides: on("meetings.view") }));
    expect(change).toMatchObject({ ok: true, gains: ["meetings.view"], loses: [] });
  });

  it("nothing, where nothing changes", () => {
    const subject = contact({ roles: ["billing"], on: ["reports.view"], off: ["links.add"] });
    expect(roleChange(administrator, { subject }, planOf(subject))).toMatchObject({ ok: true, gains: [], loses: [] });
  });

  it("by an end that has come", () => {
    const subject = contact({ roles: ["support"] });
    const change = roleChange(administrator, { subject }, changeOf(subject, { endsAt: yesterday }));
    expect(change).toMatchObject({
      ok: true,
      gains: [],
      noticesLost: ["notices.services.receive", "notices.support.receive"],
    });
  });
});

describe("what is refused", () => {
  const subject = contact({ roles: ["support"] });

  it("to anyone who may not change roles", () => {
    expect(roleChange(viewer({ roles: ["billing", "support"] }), { subject }, plan({ roles: ["billing"] }))).toEqual({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "people.roles.change",
      sentence: "You need “Change roles” to do this.",
    });
  });

  it("a role that holds more than the giver", () => {
    const delegate = viewer({ roles: ["support"], on: ["people.roles.change"] });
    expect(roleChange(delegate, { subject }, plan({ roles: ["support", "billing"] }))).toEqual({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "billing.overview.view",
      role: "billing",
      sentence: "You can't grant the Billing role because you don't have “See the billing overview” yourself.",
    });
  });

  it("a permission that was switched off for the giver, singly or in a role", () => {
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

  it("to switch on for oneself again what was switched off", () => {
    const self = viewer({ roles: ["administrator"], off: ["people.export"] });
    const change = roleChange(self, { subject: self.subject }, changeOf(self.subject, { overrides: [] }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give", permission: "people.export" });
  });

  it("what is without a condition, from one who has it on a condition", () => {
    const delegate = viewer({ roles: ["support"], on: ["people.roles.change"] });
    const change = roleChange(delegate, { subject }, changeOf(subject, { overrides: on("meetings.view") }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give", permission: "meetings.view" });
  });

  it("services beyond one's own limit", () => {
    const delegate = viewer({ roles: ["administrator"], serviceLimit: ["web"] });
    const narrow = contact({ roles: ["support"], serviceLimit: ["web"] });
    expect(roleChange(delegate, { subject: narrow }, changeOf(narrow, { serviceLimit: [] })).ok).toBe(true);
    expect(roleChange(delegate, { subject: narrow }, changeOf(narrow, { serviceLimit: ["mail"] }))).toMatchObject({
      ok: false,
      refusal: "not-yours-to-give",
      permission: "services.view",
    });
  });

  it("to give for longer than one has it oneself", () => {
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

  it("to change someone who may do more", () => {
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

  it("an order, from anyone but the owner; and to keep one is not to give it", () => {
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

  it("what belongs to the owner or to staff, from anyone", () => {
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

  it("the owner's seat, both ways", () => {
    const seat = { role: "owner", refusal: "reserved-to-owner" };
    expect(roleChange(administrator, { subject: owner.subject }, plan({ roles: ["owner"] }))).toMatchObject(seat);
    expect(roleChange(owner, { subject }, plan({ roles: ["owner"] }))).toMatchObject(seat);
    expect(roleChange(owner, { subject: owner.subject }, plan({ roles: ["billing"] }))).toMatchObject({
      refusal: "last-owner",
      sentence: "An account must have an owner. Transfer ownership first.",
    });
    expect(roleChange(owner, { subject: owner.subject }, plan({ roles: ["owner", "billing"] })).ok).toBe(true);
  });

  it("an end date, from one who may not set them, and roles, from one who may only set end dates", () => {
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

describe("what an administrator may", () => {
  it("appoint another administrator, change one and take the role away", () => {
    const other = contact({ roles: ["administrator"] });
    expect(roleChange(administrator, null, plan({ roles: ["administrator"] })).ok).toBe(true);
    expect(roleChange(administrator, { subject: other }, changeOf(other, { roles: ["support"] })).ok).toBe(true);
  });

  it("manage people while areas of the account are turned off", () => {
    const off = viewer({ roles: ["administrator"], gates: { areasOff: ["meetings", "documents"] } });
    expect(roleChange(off, null, plan({ roles: ["billing"] })).ok).toBe(true);
  });
});

describe("staff", () => {
  it("see the customer's refusal in their own words", () => {
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

describe("what only the owner can have given", () => {
  const order = (endsAt: Date | null) => ({ permission: "services.order", effect: "on", endsAt }) as const;
  const changed = (endsAt: Date | null, later: Date | null) => {
    const subject = { ...contact({ roles: ["support"] }), overrides: [{ ...order(endsAt), givenBy: "Olga Owner" }] };
    const next = changeOf(subject, { roles: ["support", "billing"], overrides: [order(later)] });
    const change = roleChange(administrator, { subject }, next);
    return change.ok ? "ok" : change.refusal;
  };

  it("is kept by an administrator until the very instant it ends, or shorter, and not a moment longer", () => {
    expect(changed(tomorrow, tomorrow)).toBe("ok");
    expect(changed(nextYear, tomorrow)).toBe("ok");
    expect(changed(tomorrow, new Date(tomorrow.getTime() + 1))).toBe("reserved-to-owner");
    expect(changed(tomorrow, null)).toBe("reserved-to-owner");
    expect(changed(null, null)).toBe("ok");
    expect(changed(null, tomorrow)).toBe("ok");
  });
});

describe("one of staff who is a contact from before", () => {
  const subject = contact({ roles: ["support"], gates: { contactIsStaff: true } });

  it.each([
    ["the owner", owner],
    ["an administrator", administrator],
    ["staff", staffViewer("manager")],
  ])("is given nothing by %s, nor the ownership", (_, actor) => {
    const change = roleChange(actor, { subject }, changeOf(subject, { roles: ["billing"] }));
    expect(change).toMatchObject({ ok: false, refusal: "not-yours-to-give" });
    expect(ownershipTransfer(actor, { subject })).toMatchObject({ ok: false, refusal: "not-yours-to-give" });
  });
});
