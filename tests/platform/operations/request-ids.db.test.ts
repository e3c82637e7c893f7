import { afterAll, beforeAll, expect, it } from "vitest";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { disconnect } from "@/lib/platform/db/disconnect";
import { withRequestId } from "@/lib/platform/kernel/request-id";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(async () => {
  await disconnect();
  await portal.close();
});

const rowsOf = (requestId: string) => portal.owner.auditEvent.findMany({ where: { requestId } });

it("the activity log carries the id of the request: done, denied and signed in", async () => {
  const { id } = portal.demo.globex;
  const ticket = { subject: "x", message: "y", department: "support" as const, priority: "normal" as const };
  const owner = await portal.as("owner@globex.example");
  await withRequestId("request-done", () => execute(owner, id, openTicket, ticket));
  expect(await rowsOf("request-done")).toMatchObject([{ operation: "tickets.open", outcome: "done" }]);

  const stranger = await portal.as("owner@northwind.example");
  await withRequestId("request-denied", () => problemOf(execute(stranger, id, openTicket, ticket)));
  expect(await rowsOf("request-denied")).toMatchObject([{ operation: "tickets.open", outcome: "denied" }]);

  const visitor = { ip: "192.0.2.7", userAgent: "test" };
  const known = { email: "owner@globex.example", password: "portcullis-demo" };
  await withRequestId("request-sign-in", () => signIn(known, visitor));
  expect(await rowsOf("request-sign-in")).toMatchObject([{ operation: "identity.sign-in" }]);
});
