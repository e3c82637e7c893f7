import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canSome, where } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { toPrismaWhere } from "@/lib/policy/filter";
import { permissionKeys } from "@/lib/policy/permissions";
import { isShownInLook } from "@/lib/policy/reading";
import { viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import { aQuestion, aSubject, me } from "./arbitraries";
import { ask } from "./ask";
import { contact, staff } from "./people";

const group = (invitations: { contactId: string }[]) => ({ ownerContactId: "someone", invitations });

describe("looking as somebody", () => {
  it("allows exactly what is shown in a look and both may do, for any two people and any record", () => {
    fc.assert(
      fc.property(aSubject, aSubject, aQuestion, (person, lookerSubject, { permission, record }) => {
        const looker = viewerOf(lookerSubject);
        const both = ask(viewerOf(person), permission, record) && ask(looker, permission, record);
        expect(ask(viewerLookingAs(person, looker), permission, record)).toBe(isShownInLook(permission) && both);
      }),
      { numRuns: 3000 },
    );
  });

  it("never shows a menu entry that one of the two doesn't have", () => {
    fc.assert(
      fc.property(aSubject, aSubject, fc.constantFrom(...permissionKeys), (person, lookerSubject, permission) => {
        const looker = viewerOf(lookerSubject);
        const seen = canSome(viewerLookingAs(person, looker), permission);
        const both = canSome(viewerOf(person), permission) && canSome(looker, permission);
        expect(seen).toBe(isShownInLook(permission) && both);
      }),
      { numRuns: 1000 },
    );
  });

  it("is explained by the answer that the check gives", () => {
    fc.assert(
      fc.property(aSubject, aSubject, aQuestion, (person, lookerSubject, { permission, record }) => {
        const viewer = viewerLookingAs(person, viewerOf(lookerSubject));
        const why = explain(viewer, permission, record);
        expect(why.allowed).toBe(ask(viewer, permission, record));
        expect(why.sentence).not.toBe("");
        if (!why.allowed) expect(why.because).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("lists what is in the lists of both", () => {
    const [person, looker] = [contact({ roles: ["billing"] }), contact({ roles: ["billing"] })];
    const filter = JSON.stringify(
      toPrismaWhere(where(viewerLookingAs(person, viewerOf(looker)), "discussions.groups.view-private")),
    );
    expect([filter.includes(String(person.contactId)), filter.includes(String(looker.contactId))]).toEqual([
      true,
      true,
    ]);
  });

  it("shows an owner the private groups of the member, not their own", () => {
    const viewer = viewerLookingAs(
      contact({ contactId: me, roles: ["billing"] }),
      viewerOf(contact({ roles: ["owner"] })),
    );
    expect(ask(viewer, "discussions.groups.view-private", group([{ contactId: me }]))).toBe(true);
    expect(ask(viewer, "discussions.groups.view-private", group([{ contactId: "someone" }]))).toBe(false);
  });

  it("shows nobody more than their own role: staff see no workspace, and no amounts as agents", () => {
    const viewer = viewerLookingAs(contact({ roles: ["owner"] }), viewerOf(staff("agent")));
    expect(canSome(viewer, "meetings.view")).toBe(false);
    expect(canSome(viewer, "billing.invoices.view")).toBe(false);
    expect(canSome(viewer, "support.tickets.view")).toBe(true);
  });

  it("names the look as the reason, and nobody who could grant it", () => {
    const owner = contact({ roles: ["owner"] });
    const viewer = viewerLookingAs(contact({ roles: ["support", "billing"] }), viewerOf(owner));
    const why = explain(viewer, "billing.payment-methods.view", undefined, [{ subject: owner, name: "Olga Owner" }]);
    expect(why).toMatchObject({ allowed: false, grantors: [] });
    expect(why.because).toContainEqual(expect.objectContaining({ kind: "gate", gate: "looking" }));
    expect(why.sentence).toBe(
      "You're viewing the portal as someone else: nothing can be changed, and secrets and what is personal stay hidden.",
    );
  });

  it("says so if the person has it and the looker doesn't", () => {
    const viewer = viewerLookingAs(contact({ roles: ["owner"] }), viewerOf(staff("agent")));
    expect(explain(viewer, "meetings.view").because).toContainEqual(
      expect.objectContaining({ kind: "gate", gate: "looker-without" }),
    );
  });
});

it("reads with these permissions only in a look", () => {
  expect(permissionKeys.filter(isShownInLook)).toEqual([
    "dashboard.view",
    "account.view",
    "settings.profile.view",
    "settings.notices.view",
    "people.members.view",
    "people.members.view-details",
    "people.non-members.view",
    "people.non-members.view-details",
    "billing.overview.view",
    "billing.invoices.view",
    "billing.statements.view",
    "billing.prices.view",
    "billing.credit.view",
    "services.view",
    "support.tickets.view",
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "meetings.view",
    "actions.view",
    "decisions.search",
    "documents.view",
    "links.search",
    "activity.view",
    "reports.view",
  ]);
});
