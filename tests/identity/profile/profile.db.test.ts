import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseNotices } from "@/lib/identity/profile/choose-notices";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { listNotices } from "@/lib/identity/profile/list-notices";
import { updateOwnProfile } from "@/lib/identity/profile/update-own-profile";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

describe("the own profile", () => {
  it("changes the name on accounts that show the same name", async () => {
    const email = "billing@northwind.example";
    const me = await portal.as(email);
    const { version, name } = await execute(me, null, viewOwnProfile, {});
    const globex = { person: { email }, account: { name: "Globex Labs" } };
    await portal.owner.contact.updateMany({ where: globex, data: { name: "Priya (Northwind)" } });
    const changes = { name: "Priya  Raman-Lee ", locale: "nl-NL", timeZone: "Asia/Tokyo", version };
    expect(name).toBe("Priya Raman");
    await execute(me, null, updateOwnProfile, changes);
    expect(await execute(me, null, viewOwnProfile, {})).toMatchObject({ name: "Priya Raman-Lee", locale: "nl-NL" });
    const contacts = await portal.owner.contact.findMany({ where: { person: { email } }, orderBy: { name: "asc" } });
    expect(contacts.map((contact) => contact.name)).toEqual(["Priya (Northwind)", "Priya Raman-Lee"]);
    expect((await problemOf(execute(me, null, updateOwnProfile, changes))).code).toBe("conflict");
  });

  it("refuses unknown locales and time zones", async () => {
    const me = await portal.as("owner@globex.example");
    const wrong = { name: "Olu", locale: "xx-XX", timeZone: "Mars/Olympus", version: 1 };
    expect(Object.keys((await problemOf(execute(me, null, updateOwnProfile, wrong))).extra.fields ?? {})).toEqual([
      "locale",
      "timeZone",
    ]);
  });

  it("lists every account with its status", async () => {
    const me = await portal.as("billing@northwind.example");
    const standings = async () =>
      (await execute(me, null, listAccounts, {})).items.map((one) => [one.name, one.standing]);
    expect(await standings()).toEqual([
      ["Globex Labs", "open"],
      ["Northwind Robotics", "open"],
    ]);
    await portal.owner.contact.updateMany({
      where: { person: { email: "billing@northwind.example" }, account: { name: "Globex Labs" } },
      data: { status: "suspended" },
    });
    expect(await standings()).toEqual([
      ["Northwind Robotics", "open"],
      ["Globex Labs", "suspended"],
    ]);
  });
});

describe("notification settings", () => {
  it("cover what the access includes, and cannot turn off required ones", async () => {
    const me = await portal.as("billing-support@northwind.example");
    const northwind = portal.demo.northwind.id;
    const shown = async () =>
      (await execute(me, null, listNotices, {})).items[0]?.notices.map(({ notice, on, optional }) => [
        notice,
        on,
        optional,
      ]);
    expect(await shown()).toEqual([
      ["notices.invoices.receive", true, true],
      ["notices.billing.receive", true, false],
      ["notices.services.receive", true, true],
      ["notices.support.receive", true, true],
      ["notices.workspace.receive", true, true],
    ]);
    await execute(me, northwind, chooseNotices, { wanted: ["notices.support.receive"] });
    expect(await shown()).toEqual([
      ["notices.invoices.receive", false, true],
      ["notices.billing.receive", true, false],
      ["notices.services.receive", false, true],
      ["notices.support.receive", true, true],
      ["notices.workspace.receive", false, true],
    ]);
  });

  it("keep the choices for notifications the person does not get now", async () => {
    const email = "billing-support@northwind.example";
    const me = await portal.as(email);
    const where = { person: { email }, account: { id: portal.demo.northwind.id } };
    await portal.owner.contactRole.deleteMany({ where: { contact: where, role: "support" } });
    await execute(me, portal.demo.northwind.id, chooseNotices, {
      wanted: ["notices.invoices.receive", "notices.workspace.receive"],
    });
    const contact = await portal.owner.contact.findFirstOrThrow({ where });
    expect(contact.noticesOff).toEqual(["notices.services.receive"]);
  });

  it("cannot be changed by others, and staff have none", async () => {
    const choose = async (email: string) =>
      problemOf(execute(await portal.as(email), portal.demo.northwind.id, chooseNotices, { wanted: [] }));
    expect((await choose("owner@globex.example")).code).toBe("not-found");
    expect((await choose("staff-manager@portcullis.example")).code).toBe("not-found");
  });
});
