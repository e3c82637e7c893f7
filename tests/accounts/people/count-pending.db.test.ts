import { afterAll, beforeAll, expect, test } from "vitest";
import { answerRequest } from "@/lib/accounts/access/answer-request";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { countRequests } from "@/lib/accounts/access/count-requests";
import { listRequests } from "@/lib/accounts/access/list-requests";
import { countInvitations } from "@/lib/accounts/people/count-invitations";
import { listPeople } from "@/lib/accounts/people/list-people";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type AccessFixture, accessFixture, OWNER } from "./access-fixture";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
  const { email } = await northwind.member({ roles: ["support"] });
  const { requestId } = await northwind.ask(email, askForPermission, { permission: "people.export" });
  await northwind.ask(OWNER, answerRequest, { requestId, answer: "decline" });
  await northwind.ask(email, askForPermission, { permission: "billing.invoices.view" });
  await northwind.member({ status: "invited" });
});
afterAll(() => portal.close());

test("the counts on the tabs are those of the lists behind them", async () => {
  const invitations = await northwind.ask(OWNER, listPeople, { waiting: true });
  expect(await northwind.ask(OWNER, countInvitations, {})).toEqual({ total: invitations.total });
  expect(invitations.total).toBe(1);

  const requests = await northwind.ask(OWNER, listRequests, { status: "open" });
  expect(await northwind.ask(OWNER, countRequests, {})).toEqual({ total: requests.total });
  expect(requests.total).toBe(1);
  const all = await northwind.ask(OWNER, listRequests, {});
  expect(all.total).toBeGreaterThan(requests.total);
});
