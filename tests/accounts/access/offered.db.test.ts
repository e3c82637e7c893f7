import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { viewAccessChoices } from "@/lib/accounts/access/access-choices";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { viewInviteChoices } from "@/lib/accounts/access/invite-choices";
import { previewChange } from "@/lib/accounts/access/preview-change";
import { activityFeature } from "@/lib/accounts/activity/feature";
import { viewPerson } from "@/lib/accounts/people/view-person";
import { changeAreas } from "@/lib/accounts/settings/change-areas";
import { viewAreas } from "@/lib/accounts/settings/view-areas";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { execute } from "@/lib/platform/operations/execute";
import type { Feature } from "@/lib/platform/operations/feature";
import { isOffered, offerPermissions } from "@/lib/platform/operations/offered-permissions";
import { defineQuery } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { viewRoleRequestDesk } from "@/lib/staff/role-requests/view-desk";
import { linksFeature } from "@/lib/workspace/links/feature";
import { type AccessFixture, accessFixture, noAccess, OWNER, off, on } from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { roleRequest } from "@/tests/staff/role-requests/arrange";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const MANAGER = "staff-manager@portcullis.example";

// As if the links weren't installed: everything else in the portal is, and the log has no links to name.
const log: Feature = {
  ...activityFeature,
  operations: activityFeature.operations.map((operation) => ({
    ...operation,
    alsoChecks: (operation.alsoChecks ?? []).filter((permission: Permission) => !permission.startsWith("links.")),
  })),
};
const others = ["discussions", "meetings", "actions", "decisions", "documents", "reports"];
beforeAll(() => {
  offerPermissions(linksFeature)();
  offerPermissions(log);
});
afterAll(() => {
  for (const feature of [linksFeature, activityFeature]) offerPermissions(feature);
});

let takeBack: () => void = () => {};
afterEach(() => takeBack());

const searchLinks = defineQuery({
  name: "links.list",
  permission: "links.search",
  scope: "account",
  alsoChecks: ["links.add"],
  summary: "List the links",
  activity: "view links",
  input: z.object({}),
  output: z.array(z.string()),
  http: { method: "GET", path: "/accounts/{accountId}/links" },
  run: async () => [],
});

/** Every permission that some answer tells of, however deep. */
const toldIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/"permission":"([^"]+)"/g)].map(([, permission = ""]) => permission);

/** What is shown wherever permissions are chosen, previewed or explained. */
async function everywhere(): Promise<Record<string, string[]>> {
  const { id } = await northwind.member({ roles: ["administrator"] });
  const { id: requestId } = await roleRequest(portal, northwind.accountId, { role: "administrator" });
  return {
    access: toldIn(await northwind.ask(OWNER, viewAccessChoices, {})),
    invite: toldIn(await northwind.ask(OWNER, viewInviteChoices, {})),
    preview: toldIn(await northwind.ask(OWNER, previewChange, { roles: ["administrator"] })),
    person: toldIn(await northwind.ask(OWNER, viewPerson, { contactId: id })),
    tokens: toldIn(await execute(await portal.as(OWNER), null, listHeldPermissions, {})),
    roles: toldIn(await execute(await portal.as(MANAGER), northwind.accountId, viewRoleRequestDesk, { requestId })),
  };
}

test("a permission that nothing in the portal checks is shown nowhere", async () => {
  const { changes } = await northwind.ask(OWNER, previewChange, { roles: ["support"] });
  expect(toldIn(changes).length).toBeGreaterThan(5);
  for (const [where, told] of Object.entries(await everywhere())) {
    expect(told.length, where).toBeGreaterThan(5);
    expect(
      told.filter((permission) => !isOffered(permission as Permission)),
      where,
    ).toEqual([]);
  }
  const { areas } = await northwind.ask(OWNER, viewAreas, {});
  expect(areas.map(({ area }) => area)).toEqual(others);
});

test("the permissions a feature's operations check are offered everywhere as soon as it is registered", async () => {
  takeBack = offerPermissions({ name: "links/links", operations: [searchLinks] });
  for (const [where, told] of Object.entries(await everywhere())) {
    expect(told, where).toEqual(expect.arrayContaining(["links.search", "links.add"]));
    expect(told, where).not.toContain("links.delete");
  }
  const { areas } = await northwind.ask(OWNER, viewAreas, {});
  expect(areas.map(({ area }) => area)).toEqual(others.toSpliced(-1, 0, "links"));
});

test("a grant of a permission that is not shown is kept when access is changed", async () => {
  const { id } = await northwind.member({
    roles: ["support"],
    permissions: [{ permission: "links.add", effect: "off" }],
  });
  const given = await portal.owner.contactPermission.findMany({ where: { contactId: id } });
  const change = async (access: object) =>
    northwind.ask(OWNER, changeAccess, {
      ...noAccess,
      ...access,
      contactId: id,
      version: await northwind.version(id),
    } as never);
  await change({ roles: ["billing"], overrides: [on("people.export")] });
  await change({ roles: ["support"] });
  expect(await portal.owner.contactPermission.findMany({ where: { contactId: id } })).toEqual(given);
  takeBack = offerPermissions({ name: "links/links", operations: [searchLinks] });
  await change({ roles: ["support"], overrides: [off("links.search")] });
  const left = await portal.owner.contactPermission.findMany({ where: { contactId: id } });
  expect(left.map(({ permission }) => permission)).toEqual(["links.search"]);
});

test("an area that is not shown stays on or off when the others are changed", async () => {
  const where = { id: northwind.accountId };
  for (const areasOff of [["links" as const], []]) {
    await portal.owner.account.update({ where, data: { areasOff } });
    const { version } = await northwind.ask(OWNER, viewAreas, {});
    await northwind.ask(OWNER, changeAreas, { on: [], version });
    const after = await portal.owner.account.findUniqueOrThrow({ where });
    expect(after.areasOff.sort()).toEqual([...others, ...areasOff].sort());
  }
});
