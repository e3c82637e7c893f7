import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeAreas } from "@/lib/accounts/settings/change-areas";
import { updateAccountProfile } from "@/lib/accounts/settings/update-profile";
import { viewAreas } from "@/lib/accounts/settings/view-areas";
import { viewFrame } from "@/lib/accounts/settings/view-frame";
import { viewNotices } from "@/lib/accounts/settings/view-notices";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";
import { execute } from "@/lib/platform/operations/execute";
import { switchableAreas } from "@/lib/policy/areas";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const as = (who: string) => portal.as(`${who}.example`);

describe("the account profile", () => {
  const address = { addressLine1: "Maashaven 3", addressLine2: " ", postalCode: "3081 AE", city: "Rotterdam" };
  const profile = { ...address, legalName: "Northwind  Robotics BV ", vatId: "nl 8594.17232-B01", country: "nl" };

  it("is normalised, saved once per version, and logged with the changed fields", async () => {
    const owner = await as("owner@northwind");
    const { version } = await execute(owner, northwind, viewAccountProfile, {});
    const saved = { ...profile, phone: "", version };
    await execute(owner, northwind, updateAccountProfile, saved);
    const after = await execute(owner, northwind, viewAccountProfile, {});
    expect(after).toMatchObject({
      legalName: "Northwind Robotics BV",
      vatId: "NL859417232B01",
      addressLine2: null,
      country: "NL",
      phone: null,
      version: version + 1,
    });
    const again = await problemOf(execute(owner, northwind, updateAccountProfile, { ...saved, city: "Delft" }));
    expect(again.code).toBe("conflict");
    const log = await portal.owner.auditEvent.findFirstOrThrow({ where: { operation: "settings.update-profile" } });
    expect(log.summary).toBe("Saved the account profile: legal name, address, and phone");
    expect(log.details).toMatchObject({ before: { phone: "+31 10 555 0142" }, after: { phone: null } });
  });

  it("stores a Greek VAT ID with the prefix of the tax office, EL", async () => {
    const owner = await as("owner@northwind");
    const { version } = await execute(owner, northwind, viewAccountProfile, {});
    await execute(owner, northwind, updateAccountProfile, { ...profile, vatId: "gr 094259216", phone: "", version });
    expect((await execute(owner, northwind, viewAccountProfile, {})).vatId).toBe("EL094259216");
  });

  it("validates the address by country: the Emirates have no postal code, the Netherlands do", async () => {
    const owner = await as("owner@northwind");
    const { version } = await execute(owner, northwind, viewAccountProfile, {});
    const there = { ...profile, vatId: "", phone: "", country: "AE", city: "Dubai", version };
    await execute(owner, northwind, updateAccountProfile, { ...there, postalCode: "" });
    const here = { ...there, country: "NL", postalCode: "", version: version + 1 };
    const problem = await problemOf(execute(owner, northwind, updateAccountProfile, here));
    expect(problem.extra.fields).toMatchObject({ postalCode: ["Enter the postal code, like 3029 BP."] });
  });

  it.each([
    ["country", "XX"],
    ["country", "Netherlands"],
    ["vatId", "12"],
    ["phone", "call me"],
    ["legalName", "   "],
    ["city", "x".repeat(101)],
  ])("refuses %s %j with an error at the field", async (field, value) => {
    const owner = await as("owner@northwind");
    const { version } = await execute(owner, northwind, viewAccountProfile, {});
    const input = { ...profile, phone: null, version, [field]: value };
    const problem = await problemOf(execute(owner, northwind, updateAccountProfile, input));
    expect(Object.keys(problem.extra.fields ?? {})).toEqual([field]);
  });
});

/** Every area that isn't always on, in the order of the page. */
const SWITCHABLE = ["Discussions", "Meetings", "Actions", "Decisions", "Documents", "Links", "Reports"];

describe("areas", () => {
  it("are unavailable to everyone while off, and unchanged when turned back on", async () => {
    const owner = await as("owner@northwind");
    const before = await execute(owner, northwind, viewAreas, {});
    expect(before.areas.map(({ area }) => area)).not.toContain("support");
    expect(new Set(before.areas.map(({ on, permissions }) => on && permissions.length > 0))).toEqual(new Set([true]));
    const { version } = await execute(owner, northwind, changeAreas, { on: [], version: before.version });
    const after = await execute(owner, northwind, viewAreas, {});
    expect(after.areas.filter((area) => !area.on).map(({ name }) => name)).toEqual(SWITCHABLE);
    const log = await portal.owner.auditEvent.findFirstOrThrow({ where: { operation: "settings.change-areas" } });
    expect(log.summary).toBe(`Turned off ${SWITCHABLE.slice(0, -1).join(", ")}, and ${SWITCHABLE.at(-1)}`);
    const stale = execute(owner, northwind, changeAreas, { on: [], version: before.version });
    expect((await problemOf(stale)).code).toBe("conflict");
    await execute(owner, northwind, changeAreas, { on: [...switchableAreas], version });
    const again = await execute(owner, northwind, viewAreas, {});
    expect(again.areas.filter(({ on }) => on)).toHaveLength(before.areas.length);
  });

  it("that are always on cannot be turned off", async () => {
    const input = { on: ["billing"] as unknown as ["links"], version: 1 };
    const problem = await problemOf(execute(await as("owner@northwind"), northwind, changeAreas, input));
    expect(problem.code).toBe("invalid");
  });
});

describe("notifications", () => {
  it("are listed with their recipients and the reason", async () => {
    const { notices } = await execute(await as("administrator@northwind"), northwind, viewNotices, {});
    const invoices = notices.find(({ permission }) => permission === "notices.invoices.receive");
    expect(invoices?.recipients.map(({ name }) => name).sort()).toEqual([
      "Accounts Payable Mailbox",
      "Hannah Vogel",
      "Ingrid Solheim",
      "Marcus Okafor",
      "Priya Raman",
    ]);
    expect(invoices?.recipients.find(({ name }) => name === "Priya Raman")?.why).toContain("the Billing role");
    expect(invoices?.recipients.find(({ hasLogin }) => !hasLogin)?.why).toContain("an individual permission");
    expect(notices.map(({ warning }) => warning)).toEqual([null, null, null, null, null]);
  });

  it("show who could get them but does not, and warn if no one does", async () => {
    const { globex } = portal.demo;
    const owner = await as("owner@globex");
    const mine = async () => {
      const { notices } = await execute(owner, globex.id, viewNotices, {});
      return notices.find(({ permission }) => permission === "notices.invoices.receive");
    };
    const others = (await mine())?.recipients.filter(({ email }) => email !== "owner@globex.example") ?? [];
    await portal.owner.contactRole.deleteMany({ where: { contactId: { in: others.map((one) => one.contactId) } } });
    await portal.owner.contactPermission.deleteMany({
      where: { contactId: { in: others.map(({ contactId }) => contactId) } },
    });
    expect((await mine())?.warning).toBeNull();
    await portal.owner.contact.updateMany({
      where: { id: globex.ownerContactId },
      data: { noticesOff: ["notices.invoices.receive"] },
    });
    expect(await mine()).toMatchObject({
      recipients: [],
      missing: [{ email: "owner@globex.example", why: "turned-off" }],
      warning: expect.stringContaining("No one gets these. Everyone who could"),
    });
  });
});

describe("the account frame", () => {
  it("shows the account and the roles of the viewer, to people and to staff", async () => {
    const seen = async (who: string) => (await execute(await as(who), northwind, viewFrame, {})).you.rolesInWords;
    expect(await seen("owner@northwind")).toBe("Account owner");
    expect(await seen("billing-support@northwind")).toBe("Billing and Support");
    expect(await seen("custom@northwind")).toBe("Custom");
    expect(await seen("staff-support@portcullis")).toBe("Staff: Support agent");
  });
});
