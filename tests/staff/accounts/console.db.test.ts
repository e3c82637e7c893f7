import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import type { MailKind } from "@/lib/platform/mail/schema";
import { execute } from "@/lib/platform/operations/execute";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { searchAccounts } from "@/lib/staff/accounts/search-accounts";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { listMail } from "@/lib/staff/mail/list-mail";
import { viewMail } from "@/lib/staff/mail/view-mail";
import { viewMailContents } from "@/lib/staff/mail/view-mail-contents";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const staff = (who: "accounting" | "support" | "manager") => portal.as(`staff-${who}@portcullis.example`);

describe("the account search", () => {
  const find = async (q: string) => (await execute(await staff("support"), null, findAccounts, { q })).items;

  it.each([
    ["part of its name", "wind rob", ["Northwind Robotics"]],
    ["its legal name", "robotics b.v.", ["Northwind Robotics"]],
    ["its number", "c-10042", ["Northwind Robotics"]],
    ["a number alone", "10042", ["Northwind Robotics"]],
    ["a person's name", "Eleanor", ["Bluewater Shipping"]],
    ["nothing that is there", "zzz", []],
    ["a sign that means something to SQL", "%", []],
    ["nothing typed: all, closed ones last", "", ["Globex Labs", "Northwind Robotics", "Bluewater Shipping"]],
  ])("finds an account by %s", async (_, q, names) => {
    expect((await find(q)).map(({ name }) => name)).toEqual(names);
  });

  it("finds every account of a person by email address, and names the person", async () => {
    const found = await find("billing@northwind");
    expect(found.map(({ name, foundBy }) => [name, foundBy.map((one) => one.email)])).toEqual([
      ["Globex Labs", ["billing@northwind.example"]],
      ["Northwind Robotics", ["billing@northwind.example"]],
    ]);
    expect(found[1]?.owner).toEqual({ name: "Ingrid Solheim", email: "owner@northwind.example" });
  });

  it("does not match removed people", async () => {
    const gone = { email: "gone@nowhere.example", name: "Gone" };
    const id = await buildContact(portal.owner, portal.demo.northwind.id, gone);
    expect(await find("gone@nowhere")).toHaveLength(1);
    await portal.owner.contact.updateMany({ where: { id }, data: { status: "removed", removedAt: new Date() } });
    expect(await find("gone@nowhere")).toEqual([]);
  });

  it("is for staff, and links to the pages they use", async () => {
    const owner = await portal.as("owner@northwind.example");
    expect((await problemOf(execute(owner, null, findAccounts, {}))).code).toBe("refused");
    expect((await problemOf(execute(owner, null, searchAccounts, { q: "north" }))).code).toBe("refused");
    const { results } = await execute(await staff("manager"), null, searchAccounts, { q: "blue" });
    expect(results).toEqual([
      {
        kind: "Accounts",
        title: "Bluewater Shipping",
        subtitle: "C-10011 · Eleanor Marsh · closed",
        href: `/staff/accounts/${portal.demo.bluewater.id}`,
      },
    ]);
  });
});

describe("the account page", () => {
  const northwind = () => portal.demo.northwind.id;
  const see = async (who: Parameters<typeof staff>[0]) => execute(await staff(who), northwind(), viewStaffAccount, {});

  it("shows agents tickets but no amounts, and accounting only billing tickets", async () => {
    const [agent, accounting, manager] = [await see("support"), await see("accounting"), await see("manager")];
    expect(agent.overdueInvoices).toBeNull();
    const refused = await problemOf(execute(await staff("support"), northwind(), listInvoices, {}));
    expect(refused.code).toBe("refused");
    expect(accounting.overdueInvoices).toBe(manager.overdueInvoices);
    const open = { accountId: northwind(), status: { not: "closed" as const } };
    expect(agent.openTickets).toBe(await portal.owner.ticket.count({ where: open }));
    const toBilling = { ...open, department: "billing" as const };
    expect(accounting.openTickets).toBe(await portal.owner.ticket.count({ where: toBilling }));
    expect(accounting.openTickets).toBeLessThan(agent.openTickets ?? 0);
  });

  it("lists transfer candidates to managers only", async () => {
    expect((await see("accounting")).transferCandidates).toEqual([]);
    const names = (await see("manager")).transferCandidates.map(({ name }) => name);
    expect(names).toContain("Marcus Okafor");
    expect(names).not.toContain("Ingrid Solheim");
    expect(names).not.toContain("Accounts Payable Mailbox");
    expect(names).not.toContain("Dagny Bakker");
  });

  it("is not visible to the account's own people", async () => {
    const owner = await portal.as("owner@northwind.example");
    expect((await problemOf(execute(owner, northwind(), viewStaffAccount, {}))).code).toBe("refused");
  });
});

describe("the email log", () => {
  const secret = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
  const ids = {} as Record<MailKind, string>;
  const kinds = ["billing", "services", "support", "people", "workspace", "security"] as const;

  beforeAll(async () => {
    await portal.owner.outboxMail.deleteMany();
    for (const kind of kinds) {
      ids[kind] = randomUUID();
      await portal.owner.outboxMail.createMany({
        data: {
          id: ids[kind],
          accountId: portal.demo.northwind.id,
          kind,
          template: "test",
          toAddress: `${kind}@northwind.example`,
          toName: "Someone",
          subject: `About ${kind}`,
          html: `<a href="https://portal.example/x/${secret}">Open</a>`,
          text: `https://portal.example/x/${secret}`,
          messageId: `<${ids[kind]}@test>`,
        },
      });
    }
  });

  it.each([
    ["support", ["services", "support", "people"]],
    ["accounting", ["billing", "people"]],
    ["manager", kinds.filter((kind) => kind !== "workspace")],
  ] as const)("staff of %s see theirs in the list, and by its address no other", async (who, seen) => {
    const caller = await staff(who);
    const { items, total } = await execute(caller, null, listMail, {});
    expect(items.map(({ kind }) => kind).sort()).toEqual([...seen].sort());
    expect(total).toBe(seen.length);
    for (const kind of kinds) {
      const read = () => execute(caller, null, viewMail, { mailId: ids[kind] });
      const contents = () => execute(caller, null, viewMailContents, { mailId: ids[kind] });
      if ((seen as readonly string[]).includes(kind)) {
        expect((await read()).subject).toBe(`About ${kind}`);
        expect(await contents()).toMatchObject({ contentType: "text/html; charset=utf-8", inline: true });
      } else {
        expect((await problemOf(read())).code).toBe("not-found");
        expect((await problemOf(contents())).code).toBe("not-found");
      }
    }
    const asked = await execute(caller, null, listMail, { kind: "security" });
    expect(asked.total).toBe(who === "manager" ? 1 : 0);
  });

  it("is filtered by recipient, subject, status and account", async () => {
    const manager = await staff("manager");
    const count = async (input: object) => (await execute(manager, null, listMail, input)).total;
    expect(await count({ q: "SECURITY@north" })).toBe(1);
    expect(await count({ q: "about serv" })).toBe(1);
    expect(await count({ status: "sent" })).toBe(0);
    expect(await count({ status: "queued" })).toBe(kinds.length - 1);
    expect(await count({ accountId: portal.demo.globex.id })).toBe(0);
    const [first] = (await execute(manager, null, listMail, { accountId: portal.demo.northwind.id })).items;
    expect(first?.account).toMatchObject({ number: "C-10042", name: "Northwind Robotics" });
  });

  it("shows links in demos", async () => {
    const manager = await staff("manager");
    const mail = await execute(manager, null, viewMail, { mailId: ids.people });
    expect(mail).toMatchObject({ linksHidden: false, text: expect.stringContaining(secret) });
    const { body } = await execute(manager, null, viewMailContents, { mailId: ids.people });
    expect(body).toContain(secret);
  });

  it("is not visible to customers", async () => {
    const owner = await portal.as("owner@northwind.example");
    expect((await problemOf(execute(owner, null, listMail, {}))).code).toBe("refused");
  });
});
