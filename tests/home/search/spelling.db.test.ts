import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listPeople } from "@/lib/accounts/people/list-people";
import { find } from "@/lib/home/search/find";
import { execute } from "@/lib/platform/operations/execute";
import { listServices } from "@/lib/services/services/list-services";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { searchAccounts } from "@/lib/staff/accounts/search-accounts";
import { listMail } from "@/lib/staff/mail/list-mail";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

/** An address that no word searched for here is part of; a random one has "cafe" in it now and then. */
let addresses = 0;
const address = () => `${++addresses}@northwind.example`;

const owner = () => portal.as("owner@northwind.example");
const manager = () => portal.as("staff-manager@portcullis.example");
const titles = async (q: string) =>
  (await execute(await owner(), account, find, { q })).results.map(({ title }) => title);
const people = async (q: string) =>
  (await execute(await owner(), account, listPeople, { q })).items.map(({ name }) => name);

describe("a search", () => {
  test.each(["Tomas", "TOMÁS", "toma\u0301s", "herrera tomas", "ｔｏｍａｓ", "tom vill"])(
    "for %s finds Tomás",
    async (q) => {
      expect(await people(q)).toEqual(["Tomás Herrera Villanueva"]);
      expect(await titles(q)).toContain("Tomás Herrera Villanueva");
    },
  );

  test.each([
    ["Jürgen Groß", "gross"],
    ["Søren Ærø", "soren aero"],
    ["Łukasz Żółty", "lukasz zolty"],
    ["İbrahim Işık", "ibrahim isik"],
    ["Seán O’Brien", "sean o'brien"],
    ["Александр Ёлкин", "ЕЛКИН"],
    ["Nguyễn Thị Hoàng", "nguyen hoang"],
  ])("finds %s by %s, and by the name itself", async (name, q) => {
    await buildContact(portal.owner, account, { name, email: address() });
    expect(await people(q)).toEqual([name]);
    expect(await people(name)).toEqual([name]);
    expect(await people(name.normalize("NFD").toUpperCase())).toEqual([name]);
  });

  test("requires every word to match", async () => {
    expect(await people("tomas okafor")).toEqual([]);
    expect(await people("mas rre")).toEqual(["Tomás Herrera Villanueva"]);
  });

  test.each(["%", "_", "tom%", "t_mas", "\\"])("takes %s literally", async (q) => {
    expect(await people(q)).toEqual([]);
  });

  test("for invisible characters finds nothing", async () => {
    expect(await titles("\u0301\u0301")).toEqual([]);
  });

  test("finds services, tickets by subject, message and number", async () => {
    const { id, number } = await portal.owner.ticket.create({
      data: {
        accountId: account,
        subject: "Café – öffnet nicht",
        openedByName: "Ingrid Solheim",
        messages: { create: { authorName: "Ingrid Solheim", body: "Die Straße ist gesperrt" } },
      },
    });
    const tickets = async (q: string) =>
      (await execute(await owner(), account, listTickets, { q })).items.map((ticket) => ticket.id);
    for (const q of ["cafe - offnet", "STRASSE gesperrt", `#${number}`, `cafe strasse ${number}`]) {
      expect(await tickets(q), q).toEqual([id]);
    }
    expect(await titles("CAFE")).toEqual(["Café – öffnet nicht"]);
    const services = await execute(await owner(), account, listServices, { q: "ＷＥＢ‑02" });
    expect(services.items.map(({ name }) => name)).toEqual(["web-02.northwind.example"]);
  });

  test("by staff finds accounts, their people and mail", async () => {
    const { id } = await buildAccount(portal.owner, {
      number: "C-90001",
      name: "Bäckerei Weiß",
      legalName: "Bäckerei Weiß GmbH & Co. KG",
      owner: { email: "weiss@baeckerei.example", name: "Otto" },
    });
    await buildContact(portal.owner, id, { name: "Zoë Núñez", email: "zoe@baeckerei.example" });
    for (const q of ["backerei weiss", "zoe nunez", "co. KG weiss"]) {
      expect(
        (await execute(await manager(), null, findAccounts, { q })).items.map((one) => one.id),
        q,
      ).toEqual([id]);
      expect((await execute(await manager(), null, searchAccounts, { q })).results, q).toHaveLength(1);
    }
    await portal.owner.outboxMail.create({
      data: {
        kind: "people",
        template: "invitation",
        toAddress: "zoe@baeckerei.example",
        toName: "Zoë Núñez",
        subject: "Einladung für Zoë",
        html: "",
        text: "",
        messageId: crypto.randomUUID(),
      },
    });
    const mail = await execute(await manager(), null, listMail, { q: "nunez einladung fur" });
    expect(mail.items.map(({ subject }) => subject)).toEqual(["Einladung für Zoë"]);
  });

  test("lists people by name ignoring accents and case", async () => {
    const { id } = await buildAccount(portal.owner, {
      number: "C-90002",
      name: "Order",
      owner: { email: "owner@order.example", name: "Owner" },
    });
    for (const name of ["zulu", "Éva", "Eve", "Ärzte", "anna", "Bob"]) {
      await buildContact(portal.owner, id, { name, email: address() });
    }
    const found = await portal.owner.contact.findMany({
      where: { accountId: id, ownedAccount: null },
      orderBy: { nameSearch: "asc" },
    });
    expect(found.map(({ name }) => name)).toEqual(["anna", "Ärzte", "Bob", "Éva", "Eve", "zulu"]);
  });
});
