import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { audienceOf } from "@/lib/workspace/core/audience";
import type { Audience } from "@/lib/workspace/core/schema";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { ownQuery } from "@/tests/platform/operations/own-operation";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

/** Who would see a private group to which these were invited. */
async function audience(...invited: string[]): Promise<Audience> {
  const invitations = invited.map((contactId) => ({ contactId }));
  const record = { id: account, accountId: account, ownerContactId: null, invitations };
  const ask = ownQuery("account", "people.members.view", {
    run: (context) => audienceOf(context, { permission: "discussions.groups.view-private", record, invited }),
  });
  const { said } = await execute(await portal.as("owner@northwind.example"), account, ask, {});
  return said as Audience;
}

describe("the audience of something about to be published", () => {
  it("has the owner and administrators, whether they were invited or not", async () => {
    const { readers, shutOut } = await audience();
    const { owner, administrator } = portal.demo.northwind.contacts;
    const found = readers.map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([owner, administrator]));
    expect(readers.every(({ surprise }) => surprise === null)).toBe(true);
    expect(shutOut).toEqual([]);
  });

  it("has a billing contact only if they were invited, and points out that they have no other role", async () => {
    const { billing } = portal.demo.northwind.contacts;
    expect((await audience()).readers.map(({ id }) => id)).not.toContain(billing);
    const reader = (await audience(billing)).readers.find(({ id }) => id === billing);
    expect(reader?.surprise).toBe("Holds the billing role only.");
    expect(reader?.why).toBe("Billing, if invited");
  });

  it("names those who were invited and would not see it, with the reason", async () => {
    const gone = {
      email: "gone@northwind.example",
      name: "Gwen Gone",
      roles: ["support"],
      status: "suspended",
    } as const;
    const contactId = await buildContact(portal.owner, account, gone);
    const { shutOut } = await audience(contactId);
    expect(shutOut).toMatchObject([{ name: "Gwen Gone", surprise: "Invited, but won't see it." }]);
    expect(shutOut[0]?.why).toBe("Their access is suspended.");
  });
});
