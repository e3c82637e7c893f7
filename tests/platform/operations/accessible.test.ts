import { expect, it } from "vitest";
import { accessibleSql, accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { contact, staffViewer } from "@/tests/policy/people";

const contextOf = (viewer: Viewer, accountId: string | null): Context =>
  ({ viewer, account: accountId === null ? null : { id: accountId } }) as Context;

const ACCOUNT = "0190b0a0-0000-7000-8000-000000000001";
const billing = viewerOf(contact({ roles: ["billing"] }));
const manager = staffViewer("manager");

it("rows within an account are those of the account, the permission and the query together", () => {
  expect(accessibleWhere(contextOf(billing, ACCOUNT), "billing.invoices.view", { number: 7 })).toEqual({
    AND: [expect.anything(), { AND: [{ accountId: ACCOUNT }, { number: 7 }] }],
  });
});

it("rows across accounts are limited by the permission and the query alone", () => {
  expect(accessibleWhere(contextOf(manager, null), "billing.invoices.view", { number: 7 })).toEqual({
    AND: [expect.anything(), { AND: [{ number: 7 }] }],
  });
});

it("SQL within an account compares the account as a UUID, because values arrive as text", () => {
  const { text, values } = accessibleSql(contextOf(billing, ACCOUNT), "billing.invoices.view", '"Invoice"');
  expect(text).toMatch(/^"Invoice"\."accountId" = \$1::uuid and /);
  expect(values[0]).toBe(ACCOUNT);
});

it("SQL across accounts names no account", () => {
  expect(accessibleSql(contextOf(manager, null), "billing.invoices.view", '"Invoice"').text).not.toContain("accountId");
});
