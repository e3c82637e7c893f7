import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { previewChange } from "@/lib/accounts/access/preview-change";
import { setTerm } from "@/lib/accounts/access/set-term";
import {
  type AccessFixture,
  ADMINISTRATOR,
  accessFixture,
  noAccess,
  OWNER,
  SUPPORT,
} from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: AccessFixture;
beforeAll(async () => {
  portal = await testPortal();
  northwind = accessFixture(portal);
});
afterAll(() => portal.close());

const change = async (contactId: string, access: object, by = OWNER, version?: number) =>
  northwind.ask(by, changeAccess, {
    ...noAccess,
    ...access,
    contactId,
    version: version ?? (await northwind.version(contactId)),
  } as never);
const preview = (contactId: string, access: object, by = OWNER) =>
  northwind.ask(by, previewChange, { ...noAccess, ...access, contactId } as never);

describe("who may change whom", () => {
  test("nobody but the owner touches the owner, and the owner cannot step down", async () => {
    const { owner } = northwind.contacts;
    expect((await problemOf(change(owner, { roles: ["billing"] }, ADMINISTRATOR))).extra.refusal).toBe(
      "reserved-to-owner",
    );
    expect((await problemOf(change(owner, { roles: ["administrator"] }))).extra.refusal).toBe("last-owner");
    const version = await northwind.version(owner);
    const term = { contactId: owner, version, endsAt: "2091-01-01" };
    expect((await problemOf(northwind.ask(ADMINISTRATOR, setTerm, term))).extra.refusal).toBe("reserved-to-owner");
    expect((await problemOf(northwind.ask(OWNER, setTerm, term))).extra.refusal).toBe("last-owner");
    expect(await northwind.version(owner)).toBe(version);
  });

  test("nobody gives what they do not hold, or changes somebody above them", async () => {
    const helper = await northwind.member({
      roles: ["support"],
      permissions: [{ permission: "people.roles.change" }],
    });
    const { id } = await northwind.member({ roles: ["support"] });
    const given = await problemOf(change(id, { roles: ["billing"] }, helper.email));
    expect(given.extra).toMatchObject({ refusal: "not-yours-to-give", permission: "billing.overview.view" });
    const { billing } = northwind.contacts;
    expect((await problemOf(change(billing, { roles: [] }, helper.email))).extra.refusal).toBe("above-your-own-access");
    expect(
      (await problemOf(change(id, { roles: ["support"], endsAt: "2091-01-01" }, helper.email))).extra,
    ).toMatchObject({
      refusal: "not-yours-to-give",
      permission: "people.terms.set",
    });
    await change(id, { roles: [] }, helper.email);
  });

  test("without “Change roles” there is no preview either, and the attempt is remembered", async () => {
    const { id } = await northwind.member({ roles: ["support"] });
    expect((await problemOf(preview(id, {}, SUPPORT))).extra.permission).toBe("people.roles.change");
    await problemOf(change(id, { roles: ["administrator"] }, SUPPORT));
    expect(await northwind.lastEvent()).toMatchObject({
      operation: "people.change-access",
      outcome: "denied",
      actorName: "Tomás Herrera Villanueva",
    });
  });

  test("an end alone takes “Set end dates” alone", async () => {
    const keeper = await northwind.member({ roles: ["support"], permissions: [{ permission: "people.terms.set" }] });
    const { id } = await northwind.member({ roles: ["support"] });
    await northwind.ask(keeper.email, setTerm, { contactId: id, version: 1, endsAt: "2091-01-01" });
    await northwind.ask(keeper.email, setTerm, { contactId: id, version: 2, endsAt: null });
    expect((await northwind.row(id)).endsAt).toBeNull();
    const late = northwind.ask(keeper.email, setTerm, { contactId: id, version: 2, endsAt: null });
    expect((await problemOf(late)).code).toBe("conflict");
  });
});
