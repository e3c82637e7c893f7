import { describe, expect, it } from "vitest";
import { explain } from "@/lib/policy/explain";
import { roleChange } from "@/lib/policy/role-change";
import { contactSources } from "@/lib/policy/sources";
import { contact, viewer } from "./people";

describe("what gives a contact a permission", () => {
  it("is each role and each single permission of theirs, and no other permission", () => {
    const both = contact({ roles: ["administrator"], on: ["links.add", "reports.view"] });
    expect(contactSources(both, "links.add").map(({ kind, role }) => [kind, role])).toEqual([
      ["role", "administrator"],
      ["grant", null],
    ]);
    expect(contactSources(contact({ on: ["reports.view"] }), "links.add")).toEqual([]);
  });

  it("is nothing for somebody who is no contact, or on no account", () => {
    const subject = contact({ roles: ["administrator"], on: ["links.add"] });
    expect(contactSources({ ...subject, contactId: null }, "links.add")).toEqual([]);
    expect(contactSources({ ...subject, accountId: null }, "links.add")).toEqual([]);
  });
});

it("nobody is named where nobody was looked at, not even to those who see the members", () => {
  expect(explain(viewer({ roles: ["administrator"] }), "account.close").grantors).toEqual([]);
});

it("one of staff is given nothing as a contact, and the refusal says why", () => {
  const subject = contact({ gates: { contactIsStaff: true } });
  const plan = { roles: ["support"], overrides: [], serviceLimit: null, endsAt: null } as const;
  expect(roleChange(viewer({ roles: ["owner"] }), { subject }, plan)).toEqual({
    ok: false,
    refusal: "not-yours-to-give",
    sentence: "Staff can't have access to a customer's account as a contact. They can only be removed from it.",
  });
});
