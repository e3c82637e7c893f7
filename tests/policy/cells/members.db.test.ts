import { describe, expect, it } from "vitest";
import { viewNonMember } from "@/lib/accounts/people/view-non-member";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { execute } from "@/lib/platform/operations/execute";
import { viewers } from "@/tests/operations/viewers";
import { cellsOf } from "./cells-of";

// Details are a part of what viewing a person shows, below.
const driver = cellsOf("Members", ["people.members.view-details", "people.non-members.view-details"]);

describe("details of people", () => {
  it("of members are shown to a billing contact, unless the permission is switched off", async () => {
    const { portal } = driver();
    const { id, contacts } = portal.demo.northwind;
    const view = async () =>
      (await execute(await portal.as(viewers.billing), id, viewPerson, { contactId: contacts.support })).details;
    expect(await view()).not.toBeNull();
    await driver().without("people.members.view-details", "billing", async () => expect(await view()).toBeNull());
  });

  it("of non-members are not shown to a billing contact, but to the owner", async () => {
    const { portal } = driver();
    const { id, contacts } = portal.demo.northwind;
    const view = async (email: string) =>
      (await execute(await portal.as(email), id, viewNonMember, { contactId: contacts.notices })).details;
    expect(await view(viewers.billing)).toBeNull();
    expect(await view(viewers.owner)).not.toBeNull();
  });
});
