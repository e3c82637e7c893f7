import { inject } from "vitest";
import type { Caller } from "@/lib/access/caller";
import { sealSession, sessionCookieName } from "@/lib/access/session-cookie";
import { addDays } from "@/lib/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/kernel/secret-token";
import type { Demo } from "@/prisma/seed/build-demo";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { copyDatabase } from "./copy-database";

export interface TestPortal {
  readonly url: string;
  /** The owner's connection, past row-level security: to arrange and to look. */
  readonly owner: OwnerDatabase;
  readonly demo: Demo;
  /** A signed-in person, by address. */
  as(email: string): Promise<Caller>;
  /** The cookie header of a browser in which that person has signed in. */
  cookie(email: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * A portal with the demo data on a database of its own. From here on this test file's process uses that database, so
 * one portal a file.
 */
export async function testPortal(): Promise<TestPortal> {
  const { url, demo } = inject("demoTemplate");
  const database = await copyDatabase(url);
  process.env.DATABASE_URL = database.url;
  const owner = ownerDatabase(database.url);
  return {
    url: database.url,
    owner,
    demo,
    as: async (email) => ({
      claim: { by: "session", hash: hashToken(await signedIn(owner, email)) },
      via: "page",
      ip: "192.0.2.1",
    }),
    cookie: async (email) => `${sessionCookieName()}=${await sealSession(await signedIn(owner, email))}`,
    async close() {
      await owner.$disconnect();
      await database.drop();
    },
  };
}

/** Opens a session and returns its token. */
async function signedIn(owner: OwnerDatabase, email: string): Promise<string> {
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
  return token;
}
