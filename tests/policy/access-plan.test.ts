import { describe, expect, it } from "vitest";
import { type AccessPlan, nothingPlanned, planOf, sameAccess, sameEnd, sameRest } from "@/lib/policy/access-plan";
import { instantsOf } from "@/lib/policy/instants";
import { contact, nextYear, now, tomorrow, yesterday } from "./people";

const plan = (part: Partial<AccessPlan>): AccessPlan => ({ ...nothingPlanned, ...part });
const tickets = { permission: "support.tickets.view", recordId: "one", endsAt: tomorrow } as const;
const links = { permission: "links.add", effect: "on" } as const;

describe("two plans", () => {
  it.each<[string, Partial<AccessPlan>, Partial<AccessPlan>]>([
    ["another permission", { overrides: [links] }, { overrides: [{ ...links, permission: "links.update" }] }],
    ["on and off", { overrides: [links] }, { overrides: [{ ...links, effect: "off" }] }],
    ["for good and for a time", { overrides: [links] }, { overrides: [{ ...links, endsAt: tomorrow }] }],
    ["two ends", { overrides: [{ ...links, endsAt: nextYear }] }, { overrides: [{ ...links, endsAt: tomorrow }] }],
    ["one more permission", { overrides: [] }, { overrides: [links] }],
    ["no limit and a limit to nothing", { serviceLimit: null }, { serviceLimit: [] }],
    ["a department taken away", {}, { departmentsOff: ["billing"] }],
    ["a permission on a single record", {}, { recordGrants: [tickets] }],
    ["two records", { recordGrants: [tickets] }, { recordGrants: [{ ...tickets, recordId: "two" }] }],
    ["the end for a record", { recordGrants: [tickets] }, { recordGrants: [{ ...tickets, endsAt: nextYear }] }],
    [
      "the permission on a record",
      { recordGrants: [tickets] },
      { recordGrants: [{ ...tickets, permission: "support.tickets.reply" }] },
    ],
    ["two services", { serviceLimit: ["web"] }, { serviceLimit: ["mail"] }],
    ["one more service", { serviceLimit: ["web"] }, { serviceLimit: ["web", "mail"] }],
  ])("differ by %s", (_, a, b) => {
    expect([sameRest(plan(a), plan(b)), sameRest(plan(b), plan(a))]).toEqual([false, false]);
    expect([sameAccess(plan(a), plan(b)), sameAccess(plan(b), plan(a))]).toEqual([false, false]);
    expect([sameRest(plan(a), plan({ ...a })), sameRest(plan(b), plan({ ...b }))]).toEqual([true, true]);
  });

  it("are the same in any order, with an end date omitted or null, whatever their roles and end date", () => {
    const a = plan({
      roles: ["billing"],
      overrides: [links, { ...links, permission: "links.update", endsAt: tomorrow }],
      serviceLimit: ["web", "mail"],
    });
    const overrides = [...a.overrides].reverse().map((it) => ({ ...it, endsAt: it.endsAt ?? null }));
    const b = plan({ roles: ["support"], overrides, serviceLimit: ["mail", "web"], endsAt: tomorrow });
    expect([sameRest(a, b), sameAccess(a, b), sameEnd(a, b)]).toEqual([true, false, false]);
    expect([sameAccess(a, { ...b, roles: ["billing"] }), sameEnd({ ...a, endsAt: new Date(tomorrow) }, b)]).toEqual([
      true,
      true,
    ]);
  });

  it("differ by the end of a role", () => {
    const until = (endsAt: Date | null) => plan({ roles: [{ role: "billing", endsAt }] });
    expect(sameAccess(until(null), plan({ roles: ["billing"] }))).toBe(true);
    expect(sameAccess(until(tomorrow), until(nextYear))).toBe(false);
    expect(sameAccess(until(tomorrow), until(null))).toBe(false);
  });

  it("without roles and permissions grant nothing", () => {
    expect(nothingPlanned).toMatchObject({ roles: [], overrides: [], serviceLimit: null, endsAt: null });
    expect(planOf(contact({ gates: { contactEndsAt: tomorrow } }))).toEqual({ ...nothingPlanned, endsAt: tomorrow });
  });
});

describe("the times at which access may change", () => {
  it("are now and every future end date of all three, once each", () => {
    const actor = contact({ gates: { contactEndsAt: tomorrow } });
    const target = contact({ gates: { contactEndsAt: now } });
    const next = plan({
      roles: [{ role: "billing", endsAt: nextYear }],
      overrides: [{ ...links, endsAt: yesterday }, links],
      endsAt: tomorrow,
    });
    expect(instantsOf(actor, target, next, now)).toEqual([now, tomorrow, nextYear]);
    expect(instantsOf(contact(), null, nothingPlanned, now)).toEqual([now]);
    const ending = contact({ gates: { contactEndsAt: nextYear } });
    expect(instantsOf(contact(), ending, plan({ recordGrants: [tickets] }), now)).toEqual([now, nextYear, tomorrow]);
  });
});
