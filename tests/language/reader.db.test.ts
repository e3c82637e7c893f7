import { afterAll, beforeAll, expect, it } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { resetPassword } from "@/lib/identity/sign-in/reset-password";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { withLanguage } from "@/lib/platform/language/with-language";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { tokenMailed } from "@/tests/identity/sign-in/mail-link";

const GERMAN = "support@northwind.example";
const visitor = { ip: "192.0.2.31", userAgent: "Test/1.0" };

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  await portal.owner.person.update({ where: { email: GERMAN }, data: { locale: "de-AT" } });
});
afterAll(() => portal.close());

const mailsTo = (toAddress: string) =>
  portal.owner.outboxMail.findMany({ where: { toAddress }, orderBy: { id: "asc" } });

it("a mail is written in the language of its reader, whoever caused it", async () => {
  await withLanguage("en-GB", () => requestPasswordReset(GERMAN, visitor.ip));
  const token = await tokenMailed(portal, GERMAN, "reset-password");
  await resetPassword({ token, newPassword: "a gate of seven bars" }, visitor);
  const [asked, changed] = await mailsTo(GERMAN);
  expect([asked?.subject, changed?.subject]).toEqual(["Passwort zurücksetzen", "Ihr Passwort wurde geändert"]);
  expect(asked?.html).toContain(' lang="de"');
  expect(asked?.text).toContain("60 Minuten gültig");
  expect(changed?.text).toMatch(/\d{1,2}\. \p{L}+ \d{4}, \d{2}:\d{2} UTC/u);
});

it("a mail to somebody who reads English is in English, whoever caused it", async () => {
  await withLanguage("de-DE", () => requestPasswordReset("billing@northwind.example", visitor.ip));
  const [mail] = await mailsTo("billing@northwind.example");
  expect(mail?.subject).toBe("Reset your password");
  expect(mail?.html).toContain(' lang="en"');
});

it("an error is explained in the language of the request", async () => {
  const wrong = () => problemOf(signIn({ email: "nobody@northwind.example", password: "not this one" }, visitor));
  expect((await withLanguage("de-DE", wrong)).detail).toBe("E-Mail-Adresse oder Passwort ist falsch.");
  expect((await wrong()).detail).toBe("The email address or password is incorrect.");
});

it("an entry of the activity log is stored once and shown in each reader's language", async () => {
  const account = portal.demo.northwind.id;
  await problemOf(execute(await portal.as("billing@northwind.example"), account, listTickets, {}));
  const owner = await portal.as("owner@northwind.example");
  const shown = async () => (await execute(owner, account, listActivity, { outcome: "denied" })).items[0]?.summary;
  expect(await shown()).toBe("Tried to view tickets");
  expect(await withLanguage("de-DE", shown)).toMatch(/^Versucht: /);
  const stored = await portal.owner.auditEvent.findFirstOrThrow({
    where: { accountId: account },
    orderBy: { at: "desc" },
  });
  expect(stored).toMatchObject({
    summary: "Tried to view tickets",
    said: { text: "Tried to {activity}", values: { activity: { text: "view tickets" } } },
  });
});
