import { describe, expect, it } from "vitest";
import { explain } from "@/lib/policy/explain";
import { roleChange } from "@/lib/policy/role-change";
import { contactSources } from "@/lib/policy/sources";
import { contact, viewer } from "./people";

describe("the sources of a contact's permission", () => {
  it("are each role and individual grant that includes it, and nothing else", () => {
    const both = contact({ roles: ["administrator"], on: ["links.add", "reports.view"] });
    expect(contactSources(both, "links.add").map(({ kind, role }) => [kind, role])).toEqual([
      ["role", "administrator"],
      ["grant", null],
    ]);
    expect(contactSources(contact({ on: ["reports.view"] }), "links.add")).toEqual([]);
  });

  it("are empty for people who are not contacts, or outside an account", () => {
    const subject = contact({ roles: ["administrator"], on: ["links.add"] });
    expect(contactSources({ ...subject, contactId: null }, "links.add")).toEqual([]);
    expect(contactSources({ ...subject, accountId: null }, "links.add")).toEqual([]);
  });
});

it("no one is named if no people were passed, even to viewers who can see members", () => {
  expect(explain(viewer({ roles: ["administrator"] }), "account.close").grantors).toEqual([]);
});

it("a staff member gets nothing as a contact, and the denial says why", () => {
  const subject = contact({ gates: { contactIsStaff: true } });
  const plan = { roles: ["support"], overrides: [], serviceLimit: null, endsAt: null } as const;
  expect(roleChange(viewer({ roles: ["owner"] }), { subject }, plan)).toEqual({
    ok: false,
    refusal: "not-yours-to-give",
    sentence: "Staff can't have access to a customer's account as a contact. They can only be removed from it.",
  });
});
