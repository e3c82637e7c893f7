import { afterAll, beforeAll, expect, test } from "vitest";
import { passwordMatches } from "@/lib/platform/kernel/password-hash";
import { DEMO_PASSWORD } from "@/prisma/seed/builders/person";
import { demoLogins, demoTable } from "@/scripts/portal/demo-logins";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;

beforeAll(async () => {
  portal = await testPortal();
});

afterAll(() => portal.close());

test.each(demoLogins)("the demo has the login it prints: $email", async ({ email }) => {
  const { passwordHash } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  expect(await passwordMatches(DEMO_PASSWORD, passwordHash)).toBe(true);
});

test("the table shows the address, every login and the password", () => {
  const table = demoTable("http://localhost:3000");
  for (const part of ["http://localhost:3000", "portcullis-demo", ...demoLogins.map(({ email }) => email)]) {
    expect(table).toContain(part);
  }
});
