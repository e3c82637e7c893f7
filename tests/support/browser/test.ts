import { type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { portalDatabase } from "./database";
import { sessionCookie } from "./session-cookie";

interface People {
  /** Opens a browser of its own in which that person is signed in; without an address, nobody is. */
  readonly browserOf: (email: string | null, options?: BrowserContextOptions) => Promise<Page>;
}

/** Tests that visit the portal. Every person has a browser of their own, closed when the test ends. */
export const test = base.extend<People, { db: OwnerDatabase }>({
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use) => {
      const db = portalDatabase();
      await use(db);
    },
    { scope: "worker" },
  ],
  browserOf: async ({ browser, db }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (email, options) => {
      const context = await browser.newContext({ reducedMotion: "reduce", locale: "en-GB", ...options });
      contexts.push(context);
      if (email !== null) await context.addCookies([await sessionCookie(db, email)]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
