import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { test } from "@/tests/fixtures/browser/test";

const run = promisify(execFile);
const guide = readFileSync("docs/api.md", "utf8");

/** The guide's examples in a language, as a reader would copy them. */
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, code = ""]) => code);

test("the examples of the API guide do what it says", async ({ db }) => {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const env = { ...process.env, PORTAL: process.env.PORTAL_TEST_URL, TOKEN: await newToken(db), ACCOUNT: accountId };
  const shell = (code = "") => run("sh", ["-c", code], { env, timeout: 60_000 });
  const [accounts, error] = blocks("sh");
  const [script = ""] = blocks("js");

  const own = JSON.parse((await shell(accounts)).stdout);
  expect(own.items).toContainEqual(expect.objectContaining({ id: accountId, standing: "open" }));

  const refused = JSON.parse((await shell(error)).stdout);
  expect(refused).toMatchObject({
    status: 400,
    type: "urn:portcullis:problem:invalid",
    fields: { subject: [expect.any(String)] },
  });

  const twice = async () =>
    (await run(process.execPath, ["--input-type=module", "-e", script], { env, timeout: 60_000 })).stdout;
  const said = await twice();
  const overdue = await db.invoice.count({ where: { accountId, status: "open", dueAt: { lt: new Date() } } });
  expect(overdue).toBeGreaterThan(0);
  expect(said).toContain(`Northwind Robotics: ${overdue} overdue\n`);
  const [, number] = /ticket #(\d+)/.exec(said) ?? [];
  expect(await db.ticket.count({ where: { accountId, number: Number(number), subject: "Overdue invoices" } })).toBe(1);
  expect(await twice()).toBe(said);
  expect(await db.ticket.count({ where: { accountId, subject: "Overdue invoices" } })).toBe(1);
});

async function newToken(db: OwnerDatabase): Promise<string> {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: demo.owner }, select: { id: true } });
  const token = newSecretToken();
  await db.apiToken.create({
    data: {
      personId,
      name: "Guide",
      tokenHash: hashToken(token),
      prefix: token.slice(0, 6),
      permissions: ["profile.manage", "billing.invoices.view", "support.tickets.open", "support.tickets.view"],
      expiresAt: addDays(new Date(), 1),
    },
  });
  return token;
}
