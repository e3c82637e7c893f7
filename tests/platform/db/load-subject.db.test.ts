import { afterAll, beforeAll, expect, test } from "vitest";
import { withRequest } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const actorIn = async (email: string, where: string | null) =>
  withRequest(await portal.as(email), { accountId: where }, async ({ scope }) => scope.actor);

test("a team member acts as staff, within an account and outside", async () => {
  const email = "staff-support@portcullis.example";
  expect(await actorIn(email, accountId)).toMatchObject({ isStaff: true, contactId: null });
  expect(await actorIn(email, null)).toMatchObject({ isStaff: true, contactId: null });
});

test("a customer never acts as staff", async () => {
  expect(await actorIn("owner@northwind.example", accountId)).toMatchObject({ isStaff: false });
  expect(await actorIn("owner@northwind.example", null)).toMatchObject({ isStaff: false });
});
