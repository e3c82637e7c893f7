import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { addLink } from "@/lib/workspace/links/add-link";
import { deleteLink } from "@/lib/workspace/links/delete-link";
import { listLinks } from "@/lib/workspace/links/list-links";
import { updateLink } from "@/lib/workspace/links/update-link";
import { viewLink } from "@/lib/workspace/links/view-link";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let account: string;
let globex: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
});
afterAll(() => portal.close());

let people = 0;
/** A billing contact who is signed in. */
async function billing() {
  people += 1;
  const email = `lin-${people}@northwind.example`;
  const contactId = await buildContact(portal.owner, account, { email, name: "Lin Billing", roles: ["billing"] });
  const caller = await portal.as(email);
  const result = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>, on = account): Promise<string> =>
    execute(caller, on, operation, input).then(
      () => "done",
      ({ code }) => code ?? "error",
    );
  const suspend = async () => {
    const owner = await portal.as("owner@northwind.example");
    await execute(owner, account, suspendPerson, { contactId });
  };
  return { caller, result, suspend };
}

const link = async (accountId = account, title = "Board portal") => {
  const data = { accountId, title, url: "https://example.com/", domain: "example.com", addedByName: "Ingrid Solheim" };
  return (await portal.owner.link.create({ data })).id;
};

const added = { title: "Handbook", url: "https://example.com/handbook" };
const changed = (linkId: string, version = 1) => ({ linkId, version, title: "Renamed", url: "https://example.com/" });
const area = "Links";
const row = (activity: string, cell: string) => `${area}, ${activity}: ${cell}`;

describe(row("Add Link", "Full access"), () => {
  it("a billing contact adds links until they are suspended, and none to another account", async () => {
    const { result, suspend } = await billing();
    expect(await result(addLink, added)).toBe("done");
    expect(await result(addLink, added, globex)).toBe("not-found");
    await suspend();
    expect(await result(addLink, added)).toBe("refused");
  });
});

describe(row("Edit Link", "Full access"), () => {
  it("a billing contact edits everybody's links until they are suspended, and none of another account", async () => {
    const { result, suspend } = await billing();
    const linkId = await link();
    expect(await result(updateLink, changed(linkId))).toBe("done");
    expect(await result(updateLink, changed(await link(globex)))).toBe("not-found");
    await suspend();
    expect(await result(updateLink, changed(linkId, 2))).toBe("refused");
  });
});

describe(row("Delete Link", "Full access"), () => {
  it("a billing contact deletes everybody's links until they are suspended, and none of another account", async () => {
    const { result, suspend } = await billing();
    expect(await result(deleteLink, { linkId: await link() })).toBe("done");
    expect(await result(deleteLink, { linkId: await link(globex) })).toBe("not-found");
    await suspend();
    expect(await result(deleteLink, { linkId: await link() })).toBe("refused");
  });
});

describe(row("Search Links", "Full access"), () => {
  it("a billing contact finds all links of the account and none of another, until they are suspended", async () => {
    const { caller, result, suspend } = await billing();
    const linkId = await link(account, "Quokka handbook");
    const other = await link(globex, "Quokka elsewhere");
    const { items } = await execute(caller, account, listLinks, { q: "quokka" });
    expect(items.map(({ id }) => id)).toEqual([linkId]);
    expect(await result(viewLink, { linkId })).toBe("done");
    expect(await result(viewLink, { linkId: other })).toBe("not-found");
    await suspend();
    expect(await result(listLinks, { q: "quokka" })).toBe("refused");
  });
});
