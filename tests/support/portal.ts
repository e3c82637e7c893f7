import type { Caller } from "@/lib/access/caller";
import { addDays } from "@/lib/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/kernel/secret-token";
import { buildDemo, type Demo } from "@/prisma/seed/build-demo";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { freshDatabase } from "./database";

export interface TestPortal {
  readonly url: string;
  /** The owner's connection, past row-level security: to arrange and to look. */
  readonly owner: OwnerDatabase;
  readonly demo: Demo;
  /** A signed-in person, by address. */
  as(email: string): Promise<Caller>;
  close(): Promise<void>;
}

/**
 * A portal with the demo data on a database of its own. From here on this test file's process uses that database, so
 * one portal a file.
 */
export async function testPortal(): Promise<TestPortal> {
  const database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
  const owner = ownerDatabase(database.url);
  const demo = await buildDemo(owner, new Date());
  return {
    url: database.url,
    owner,
    demo,
    as: (email) => signedIn(owner, email),
    async close() {
      await owner.$disconnect();
      await database.drop();
    },
  };
}

async function signedIn(owner: OwnerDatabase, email: string): Promise<Caller> {
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  const token = newSecretToken();
  await owner.session.create({
    data: {
      personId,
      tokenHash: hashToken(token),
      userAgent: "test",
      ip: "192.0.2.1",
      expiresAt: addDays(new Date(), 1),
    },
  });
  return { claim: { by: "session", hash: hashToken(token) }, via: "page", ip: "192.0.2.1" };
}
