import { expect } from "@playwright/test";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** The newest mail to an address: its subject, its words, and the path of the link to the portal in it. */
export async function newestMail(db: OwnerDatabase, toAddress: string, subject: RegExp) {
  const find = () =>
    db.outboxMail.findFirst({ where: { toAddress }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  // What is told after a request has been answered is written a moment later.
  await expect.poll(async () => (await find())?.subject ?? "").toMatch(subject);
  const mail = await find();
  const origin = process.env.PORTAL_TEST_URL ?? "";
  const at = mail?.text.indexOf(`${origin}/`) ?? -1;
  const path = at < 0 ? null : (mail?.text.slice(at + origin.length).split(/\s/)[0] ?? null);
  return { id: mail?.id ?? "", subject: mail?.subject ?? "", text: mail?.text ?? "", path };
}
