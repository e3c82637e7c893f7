import { afterAll, beforeAll, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { createCannedReply } from "@/lib/support/canned-replies/create-canned-reply";
import { fillCannedReply } from "@/lib/support/canned-replies/fill-canned-reply";
import { listOfferedReplies } from "@/lib/support/canned-replies/list-offered-replies";
import { updateCannedReply } from "@/lib/support/canned-replies/update-canned-reply";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ticketForStaff } from "@/tests/support/queue/arrange";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const create = async (input: { title: string; body: string; department?: "billing" | "support" }) =>
  execute(await portal.as(MANAGER), null, createCannedReply, input);
const ticket = (plan: object = {}) => ticketForStaff({ portal, accountId: account, email: AGENT }, plan);
const offered = async (ticketId: string) => {
  const { items } = await execute(await portal.as(AGENT), account, listOfferedReplies, { ticketId });
  return items.map(({ title }) => title);
};

test("a canned reply is offered in its department, or in all without one", async () => {
  await create({ title: "For billing", body: "Hello", department: "billing" });
  await create({ title: "For all", body: "Hello" });
  const billing = await offered(await ticket({ department: "billing" }));
  const sales = await offered(await ticket({ department: "sales" }));
  expect(billing).toEqual(expect.arrayContaining(["For billing", "For all"]));
  expect(sales).toContain("For all");
  expect(sales).not.toContain("For billing");
});

test("it is filled in for a ticket, and not for one of another department", async () => {
  const { id: replyId } = await create({
    title: "Filled",
    body: "Dear {{contact.name}} of {{account.name}}: {{ticket.number}} {{ticket.subject}}. {{service.name}}{{agent.name}}",
    department: "billing",
  });
  const ticketId = await ticket({ subject: "A *starred* subject" });
  const { number, openedByName } = await portal.owner.ticket.findUniqueOrThrow({ where: { id: ticketId } });
  const agent = await portal.as(AGENT);
  const { text } = await execute(agent, account, fillCannedReply, { ticketId, replyId });
  expect(text).toBe(`Dear ${openedByName} of Northwind Robotics: #${number} A \\*starred\\* subject. Sam Whitfield`);
  const other = await ticket({ department: "support" });
  expect((await problemOf(execute(agent, account, fillCannedReply, { ticketId: other, replyId }))).code).toBe(
    "not-found",
  );
});

test("a field that doesn't exist is an error when it is saved", async () => {
  const wrong = { title: "Wrong", body: "Dear {{contact.password}}" };
  const { code, extra } = await problemOf(create(wrong));
  expect([code, Object.keys(extra.fields ?? {})]).toEqual(["invalid", ["body"]]);
  const { id: replyId } = await create({ ...wrong, body: "Dear customer" });
  const update = { replyId, ...wrong, version: 1 };
  expect((await problemOf(execute(await portal.as(MANAGER), null, updateCannedReply, update))).code).toBe("invalid");
});

test("two of one title are refused, and a change of what has changed since is a conflict", async () => {
  const { id: replyId } = await create({ title: "Once", body: "Hello" });
  expect((await problemOf(create({ title: "Once", body: "Hello" }))).extra.fields).toHaveProperty("title");
  const manager = await portal.as(MANAGER);
  const update = (version: number) =>
    execute(manager, null, updateCannedReply, { replyId, title: "Once", body: "Changed", version });
  await update(1);
  expect((await problemOf(update(1))).code).toBe("conflict");
});

test("customers are offered none", async () => {
  const ticketId = await ticket();
  const asked = execute(await portal.as("owner@northwind.example"), account, listOfferedReplies, { ticketId });
  expect((await problemOf(asked)).code).toBe("refused");
});
