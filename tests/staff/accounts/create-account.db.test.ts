import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";
import { findPasswordReset } from "@/lib/identity/sign-in/find-password-reset";
import { resetPassword } from "@/lib/identity/sign-in/reset-password";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { execute } from "@/lib/platform/operations/execute";
import { createAccount } from "@/lib/staff/accounts/create-account";
import { inviteOwner } from "@/lib/staff/accounts/invite-owner";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";
import { buildPerson } from "@/prisma/seed/builders/person";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { newAccount } from "./arrange";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const accounting = () => portal.as("staff-accounting@portcullis.example");
const create = async (changes: object = {}) => execute(await accounting(), null, createAccount, newAccount(changes));
const row = (id: string) =>
  portal.owner.account.findUniqueOrThrow({ where: { id }, include: { owner: { include: { person: true } } } });
const mailTo = (toAddress: string) =>
  portal.owner.outboxMail.findMany({ where: { toAddress }, orderBy: { createdAt: "asc" } });
const tokenIn = (text: string | undefined) => /reset-password\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
const visitor = { ip: "192.0.2.7", userAgent: "test" };

describe("an account that staff create", () => {
  it("has its owner, a number of its own and the given details", async () => {
    const given = newAccount();
    const { id, number } = await execute(await accounting(), null, createAccount, given);
    expect(number).toMatch(/^C-1\d{4}$/);
    expect(await row(id)).toMatchObject({
      name: "Halden Instruments",
      legalName: "Halden Instruments",
      country: "NO",
      currency: "NOK",
      owner: {
        kind: "member",
        status: "active",
        email: given.ownerEmail,
        person: { email: given.ownerEmail, passwordHash: null, locale: "nb-NO", timeZone: "Europe/Oslo" },
      },
    });
  });

  it("lets the owner in once they have set a password with the emailed link", async () => {
    const given = newAccount();
    const { id, number } = await execute(await accounting(), null, createAccount, given);
    const [mail] = await mailTo(given.ownerEmail);
    expect([mail?.accountId, mail?.kind, mail?.subject]).toEqual([id, "people", `Your Portcullis account ${number}`]);
    const token = tokenIn(mail?.text);
    expect(await findPasswordReset(token)).toEqual({ email: given.ownerEmail, first: true });
    await expect(signIn({ email: given.ownerEmail, password: "" }, visitor)).rejects.toThrow();
    await resetPassword({ token, newPassword: "Quiet-Fjord-Lantern-19" }, visitor);
    await signIn({ email: given.ownerEmail, password: "Quiet-Fjord-Lantern-19" }, visitor);
    const owner = await portal.as(given.ownerEmail);
    expect(await execute(owner, id, viewAccountProfile, {})).toMatchObject({ number, owner: "Solveig Aas" });
    const { items } = await execute(owner, id, listActivity, {});
    expect(items.map(({ summary }) => summary).join()).toContain(`Created the account Halden Instruments (${number})`);
  });

  it("goes to a login that exists already, which keeps its name and settings and is sent no password link", async () => {
    const { ownerContactId } = await portal.owner.account.findUniqueOrThrow({ where: { id: portal.demo.globex.id } });
    const { email, personId } = await portal.owner.contact.findUniqueOrThrow({ where: { id: ownerContactId } });
    const { id } = await create({ ownerEmail: email.toUpperCase(), ownerName: "Someone Else" });
    expect((await row(id)).owner).toMatchObject({ personId, name: "Viktor Lindqvist", person: { locale: "en-GB" } });
    const mail = (await mailTo(email)).at(-1);
    expect(mail?.text).toContain(`/a/${id}`);
    expect(tokenIn(mail?.text)).toBe("");
  });

  it.each([
    ["a colleague", "staff-support@portcullis.example", /belongs to our team/],
    ["a colleague under a tagged address", "Staff-Support+x@portcullis.example", /belongs to our team/],
    ["a login with an unconfirmed address", "unproven@halden.example", /confirm this address first/],
    ["a suspended login", "suspended@halden.example", /suspended/],
  ])("can't be owned by %s, and then nothing is written", async (_, ownerEmail, sentence) => {
    await buildPerson(portal.owner, { email: "unproven@halden.example", name: "Una", verifiedAt: null }).catch(
      () => {},
    );
    const gone = await buildPerson(portal.owner, { email: "suspended@halden.example", name: "Sun" }).catch(() => null);
    if (gone) await portal.owner.person.update({ where: { id: gone }, data: { suspendedAt: new Date() } });
    const count = () =>
      Promise.all([portal.owner.account.count(), portal.owner.person.count(), portal.owner.outboxMail.count()]);
    const before = await count();
    const { extra } = await problemOf(create({ ownerEmail }));
    expect(extra.fields?.ownerEmail?.[0]).toMatch(sentence);
    expect(await count()).toEqual(before);
  });

  it.each([
    ["postalCode", { country: "DE", postalCode: "12" }],
    ["country", { country: "QQ" }],
    ["vatId", { vatId: "12" }],
    ["currency", { currency: "XXX" }],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["name", { name: " \u200b " }],
  ])("is refused with a sentence at %s", async (field, changes) => {
    expect((await problemOf(create(changes))).extra.fields).toHaveProperty(field);
  });

  it("gets a different number each under parallel requests, also for the same new owner", async () => {
    const ownerEmail = "parallel@halden.example";
    const made = await Promise.all(Array.from({ length: 8 }, () => create({ ownerEmail })));
    expect(new Set(made.map(({ number }) => number)).size).toBe(8);
    expect(await portal.owner.person.count({ where: { email: ownerEmail } })).toBe(1);
  });

  it("shows staff that its owner has not joined, and lets them invite the owner again until they have", async () => {
    const given = newAccount();
    const { id } = await execute(await accounting(), null, createAccount, given);
    const joined = async () => (await execute(await accounting(), id, viewStaffAccount, {})).owner.joined;
    expect(await joined()).toBe(false);
    await execute(await accounting(), null, inviteOwner, { customerId: id });
    const tokens = (await mailTo(given.ownerEmail)).map(({ text }) => tokenIn(text));
    expect(new Set(tokens).size).toBe(2);
    await resetPassword({ token: tokens[1] ?? "", newPassword: "Quiet-Fjord-Lantern-19" }, visitor);
    expect(await joined()).toBe(true);
    expect((await problemOf(execute(await accounting(), null, inviteOwner, { customerId: id }))).code).toBe("conflict");
  });
});

describe("the database", () => {
  const asStaff = (personId: string, statement: string) =>
    portal.owner.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('role', 'portcullis_staff', true), set_config('portcullis.person', ${personId}, true)`;
      return tx.$executeRawUnsafe(statement);
    });

  it("lets staff write no contact but the owner of a new account, and no password link for a login that has one", async () => {
    const { accountingId } = portal.demo.staff;
    const { id } = portal.demo.northwind;
    const join = `insert into "Contact" ("id", "accountId", "kind", "status", "name", "email")
      values (gen_random_uuid(), '${id}', 'member', 'invited', 'X', 'x@example.com')`;
    await expect(asStaff(accountingId, join)).rejects.toThrow(/row-level security/);
    const link = `insert into "PasswordReset" ("id", "personId", "tokenHash", "expiresAt")
      select gen_random_uuid(), "id", 'stolen', now() + interval '1 day' from "Person" where "email" = 'owner@northwind.example'`;
    await expect(asStaff(accountingId, link)).rejects.toThrow(/row-level security/);
    const owner = await portal.owner.person.findUniqueOrThrow({ where: { email: "owner@northwind.example" } });
    const person = `insert into "Person" ("id", "email", "name") values (gen_random_uuid(), 'new@example.com', 'New')`;
    await expect(asStaff(owner.id, person)).rejects.toThrow(/row-level security/);
    expect(await asStaff(accountingId, person)).toBe(1);
  });
});
