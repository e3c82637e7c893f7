import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { execute } from "@/lib/platform/operations/execute";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const found = async (who: string, q: string) =>
  (await execute(await portal.as(`${who}@northwind.example`), account, find, { q })).results;
const kinds = async (who: string, q: string) => [...new Set((await found(who, q)).map(({ kind }) => kind))].sort();

describe("search finds what the viewer can see", () => {
  it("results of every kind for the owner", async () => {
    const documents = ["Files", "Folders"];
    const workspace = ["Actions", "Decisions", "Discussion groups", "Links", "Meetings", "Threads", ...documents];
    const all = ["Invoices", "People", "Services", "Tickets", ...workspace].sort();
    expect(await kinds("owner", "in")).toEqual(all);
    expect(await found("owner", "web-02.north")).toMatchObject([
      {
        kind: "Services",
        title: "web-02.northwind.example",
        href: `/a/${account}/services/${portal.demo.northwind.services.web2}`,
      },
    ]);
  });

  it("nothing about billing for support, whatever the query", async () => {
    for (const q of ["in", "INV", "20", "northwind", "overdue", "Visa"]) {
      const answer = await found("support", q);
      expect(answer.map(({ kind }) => kind)).not.toContain("Invoices");
      expect(JSON.stringify(answer)).not.toMatch(/€|EUR|INV-/);
    }
    expect((await found("support", "in")).map(({ kind }) => kind)).toContain("Tickets");
    expect((await found("billing", "INV")).map(({ kind }) => kind)).toContain("Invoices");
  });

  it("no tickets for billing", async () => {
    const subject = "web-02 returns 502";
    expect((await found("support", subject)).map(({ kind }) => kind)).toEqual(["Tickets"]);
    expect(await found("billing", subject)).toEqual([]);
  });

  it("only tickets and services within a limit to services", async () => {
    const titles = (await found("custom", "web-0")).map(({ kind, title }) => [kind, title]);
    expect(titles).toContainEqual(["Services", "web-01.northwind.example"]);
    expect(JSON.stringify(titles)).not.toContain("web-02");
  });

  it("people by address only if the viewer can see their details", async () => {
    expect((await found("owner", "notices@")).map(({ title }) => title)).toEqual(["Accounts Payable Mailbox"]);
    expect(await found("billing", "notices@")).toEqual([]);
    const mailbox = await found("billing", "Accounts Payable");
    expect(mailbox).toMatchObject([{ kind: "People", title: "Accounts Payable Mailbox" }]);
    expect(JSON.stringify(mailbox)).not.toContain("notices@");
    expect(await found("custom", "Ingrid")).toEqual([]);
  });

  it("tickets by their number", async () => {
    const ticket = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: account } });
    for (const q of [`#${ticket.number}`, `${ticket.number}`.padStart(2, "0")]) {
      expect((await found("support", q)).map(({ title }) => title)).toContain(ticket.subject);
    }
  });
});

describe("the answer", () => {
  it("has up to eight results of a kind", async () => {
    for (let index = 0; index < 12; index++) {
      await buildContact(portal.owner, account, {
        email: `many-${index}@northwind.example`,
        name: `Many ${index}`,
        login: false,
      });
    }
    expect((await found("owner", "many")).filter(({ kind }) => kind === "People")).toHaveLength(8);
  });

  it("treats % and _ as literal characters", async () => {
    expect(await found("owner", "%%")).toEqual([]);
    expect(await found("owner", "w_b")).toEqual([]);
  });

  it.each(["", "a", " a ", "x".repeat(201)])("refuses %j", async (q) => {
    expect((await problemOf(found("owner", q))).extra.fields).toHaveProperty("q");
  });

  it("contains nothing of another account", async () => {
    expect(await found("owner", "globex")).toEqual([]);
  });
});
