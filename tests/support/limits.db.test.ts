import { afterAll, beforeAll, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { addCredential } from "@/lib/services/login-details/add-credential";
import { createCannedReply } from "@/lib/support/canned-replies/create-canned-reply";
import { createTag } from "@/lib/support/tags/create-tag";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { ticketForStaff } from "./queue/arrange";

const MANAGER = "staff-manager@portcullis.example";
const AT_ONCE = 50;

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

/** Fifty at once, on connections of their own. Returns how many were refused, and throws for any other reason. */
async function refusedOf(act: (index: number) => Promise<unknown>): Promise<number> {
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, index) => act(index)));
  const refused = ends.filter((end) => end.status === "rejected");
  for (const { reason } of refused) expect(["conflict", "invalid"]).toContain(reason.code);
  return refused.length;
}

test("fifty tags created at once don't pass the limit", async () => {
  const caller = await portal.as(MANAGER);
  const had = await portal.owner.tag.count();
  await portal.owner.tag.createMany({ data: Array.from({ length: 95 - had }, (_, at) => ({ name: `before ${at}` })) });
  expect(await refusedOf((at) => execute(caller, null, createTag, { name: `raced ${at}` }))).toBe(45);
  expect(await portal.owner.tag.count()).toBe(100);
});

test("fifty canned replies created at once don't pass the limit", async () => {
  const caller = await portal.as(MANAGER);
  const had = await portal.owner.cannedReply.count();
  const data = Array.from({ length: 95 - had }, (_, at) => ({ title: `before ${at}`, body: "Text" }));
  await portal.owner.cannedReply.createMany({ data });
  const create = (at: number) => execute(caller, null, createCannedReply, { title: `raced ${at}`, body: "Text" });
  expect(await refusedOf(create)).toBe(45);
  expect(await portal.owner.cannedReply.count()).toBe(100);
});

test("fifty credentials added to a service at once don't pass the limit", async () => {
  const caller = await portal.as("staff-support@portcullis.example");
  const where = { accountId: account, status: "active" } as const;
  const { id: serviceId } = await portal.owner.service.findFirstOrThrow({ where });
  const had = await portal.owner.serviceCredential.count({ where: { serviceId } });
  const add = (at: number) =>
    execute(caller, account, addCredential, { serviceId, label: `Raced ${at}`, username: "root", secret: "secret" });
  const refused = await refusedOf(add);
  const now = await portal.owner.serviceCredential.count({ where: { serviceId } });
  expect([now, AT_ONCE - refused]).toEqual([20, 20 - had]);
});

test("fifty people copied in at once don't pass the limit of watchers", async () => {
  const caller = await portal.as("owner@northwind.example");
  const ticketId = await ticketForStaff({ portal, accountId: account, email: MANAGER }, { department: "support" });
  const people: string[] = [];
  for (let at = 0; at < AT_ONCE; at += 1) {
    const email = `watcher-${at}@northwind.example`;
    people.push(await buildContact(portal.owner, account, { email, name: `Watcher ${at}`, roles: ["support"] }));
  }
  for (let at = 0; at < 45; at += 1) {
    const email = `before-${at}@northwind.example`;
    const contactId = await buildContact(portal.owner, account, { email, name: `Before ${at}`, roles: ["support"] });
    await portal.owner.ticketWatcher.create({ data: { accountId: account, ticketId, contactId } });
  }
  const refused = await refusedOf((at) => execute(caller, account, copyIn, { ticketId, contactId: people[at] ?? "" }));
  expect([AT_ONCE - refused, await portal.owner.ticketWatcher.count({ where: { ticketId } })]).toEqual([5, 50]);
});
