import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canSome } from "@/lib/policy/evaluate";
import { entryOf, permissionKeys } from "@/lib/policy/permissions";
import { type Subject, viewerOf } from "@/lib/policy/viewer";
import { aPermission, aQuestion, aSubject } from "../arbitraries";
import { may } from "../ask";
import { contact, now, staff, tomorrow, yesterday } from "../people";

// Thousands of cases, on a machine that may have other work.

const held = (subject: Subject) => permissionKeys.filter((permission) => canSome(viewerOf(subject), permission));
const own = ["profile.manage"];

describe("rule 11: changes take effect immediately (the answer depends on the subject only)", () => {
  it("regardless of who was checked before", () => {
    fc.assert(
      fc.property(aSubject, aSubject, aQuestion, (subject, other, { permission, record }) => {
        const first = may(subject, permission, record);
        may(other, permission, record);
        expect(may({ ...subject }, permission, record)).toBe(first);
      }),
      { numRuns: 700 },
    );
  });

  it("and viewers cannot change one another's cells", () => {
    const plain = contact({ roles: ["billing"] });
    const before = held(plain);
    viewerOf(contact({ roles: ["billing"], on: ["people.export"], off: ["billing.invoices.view"] }));
    viewerOf(contact({ roles: ["billing"], gates: { accountClosed: true } }));
    viewerOf(contact({ roles: ["billing"], gates: { areasOff: ["meetings"], tokenPermissions: ["links.add"] } }));
    viewerOf(contact({ roles: ["billing"], serviceLimit: [] }));
    expect(held(plain)).toEqual(before);
  });
});

describe("gates", () => {
  it("deny a suspended person everything, as staff or as owner", () => {
    const gates = { personSuspended: true };
    expect(held(contact({ roles: ["owner"], gates }))).toEqual([]);
    expect(held({ ...staff("manager"), gates: contact({ gates }).gates })).toEqual([]);
  });

  it("leave a suspended contact their own profile and staff roles", () => {
    const suspended = contact({
      roles: ["owner", "administrator"],
      on: ["links.add"],
      gates: { contactSuspended: true },
    });
    expect(held(suspended)).toEqual(own);
    expect(held({ ...suspended, staffRoles: ["agent"] })).toEqual(held(staff("agent")));
  });

  it.each([
    { endsAt: yesterday, over: true },
    { endsAt: now, over: true },
    { endsAt: tomorrow, over: false },
  ])("treat an end date at $endsAt as over: $over", ({ endsAt, over }) => {
    const byContact = contact({ roles: ["administrator"], gates: { contactEndsAt: endsAt } });
    const role = { role: "administrator", endsAt, givenBy: null, givenAt: yesterday } as const;
    const grant = { permission: "reports.view", effect: "on", endsAt, givenBy: null } as const;
    expect(canSome(viewerOf(byContact), "reports.view")).toBe(!over);
    expect(canSome(viewerOf({ ...contact(), roles: [role] }), "reports.view")).toBe(!over);
    expect(canSome(viewerOf({ ...contact(), overrides: [grant] }), "reports.view")).toBe(!over);
    expect(
      canSome(
        viewerOf({ ...contact({ roles: ["administrator"] }), overrides: [{ ...grant, effect: "off" }] }),
        "reports.view",
      ),
    ).toBe(over);
  });

  it.each([
    { due: yesterday, left: "mail and their profile" },
    { due: now, left: "mail and their profile" },
    { due: tomorrow, left: "everything" },
  ])("leave a person without required two-factor sign-in, due at $due, $left", ({ due, left }) => {
    const gated = contact({ roles: ["owner"], gates: { twoFactorDue: due } });
    const all = held(contact({ roles: ["owner"] }));
    const kept = all.filter((permission) => ["notices", "profile"].includes(entryOf(permission).area));
    expect(held(gated)).toEqual(left === "everything" ? all : kept);
    expect(held({ ...gated, staffRoles: ["agent"] })).toEqual(expect.arrayContaining(held(staff("agent"))));
  });

  it("leave on a closed account only the permissions marked so", () => {
    const left = held(contact({ roles: ["owner"], gates: { accountClosed: true } }));
    expect(left).toEqual([
      "dashboard.view",
      "account.view",
      "billing.invoices.view",
      "billing.invoices.pay",
      "profile.manage",
    ]);
  });

  it("turn an area off for the owner too, unless it would lock people out", () => {
    const off = contact({
      roles: ["owner"],
      gates: { areasOff: ["discussions", "billing", "people", "settings", "support"] },
    });
    const all = held(contact({ roles: ["owner"] }));
    expect(held(off)).toEqual(all.filter((permission) => entryOf(permission).area !== "discussions"));
  });

  it("limit a token to its own permissions and those of its person", () => {
    fc.assert(
      fc.property(aSubject, fc.subarray([...permissionKeys]), (subject, chosen) => {
        const plain = { ...subject, gates: { ...subject.gates, tokenPermissions: null } };
        const token = { ...subject, gates: { ...subject.gates, tokenPermissions: chosen } };
        expect(held(token)).toEqual(held(plain).filter((permission) => chosen.includes(permission)));
      }),
    );
  });

  it("deny a permission whatever grants it", () => {
    fc.assert(
      fc.property(aPermission, (permission) => {
        const person = contact({ roles: ["administrator", "billing"], on: [permission], off: [permission] });
        expect(canSome(viewerOf(person), permission)).toBe(permission === "profile.manage");
      }),
    );
  });

  it("limit only service-bound permissions to services", () => {
    const limited = contact({ roles: ["support", "billing"], serviceLimit: ["web"], contactId: "me" });
    const ticket = { id: "t", department: "support", serviceId: "web", openedByContactId: "other" };
    expect(may(limited, "services.view", { id: "web" })).toBe(true);
    expect(may(limited, "services.view", { id: "mail" })).toBe(false);
    expect(may(limited, "billing.prices.view", { id: "mail" })).toBe(false);
    expect(may(limited, "support.tickets.view", ticket)).toBe(true);
    expect(may(limited, "support.tickets.view", { ...ticket, serviceId: "mail", openedByContactId: "me" })).toBe(false);
    expect(may(limited, "support.tickets.view", { ...ticket, serviceId: null })).toBe(false);
    expect(may(limited, "support.tickets.view", { ...ticket, serviceId: null, openedByContactId: "me" })).toBe(true);
    expect(may(limited, "billing.invoices.view", { status: "open" })).toBe(true);
    expect(may({ ...limited, staffRoles: ["agent"] }, "services.view", { id: "mail" })).toBe(true);
  });
});
