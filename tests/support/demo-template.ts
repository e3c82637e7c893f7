import { disconnect } from "@/lib/db/disconnect";
import { buildDemo, type Demo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { copyDatabase } from "./copy-database";

/** A database with the demo data, and what the tests have to know of it. */
export interface DemoTemplate {
  readonly url: string;
  readonly demo: Demo;
}

/**
 * Fills a database with the demo data, once a run: test files copy it, which takes a moment, instead of each filling
 * their own. Returns what removes it.
 */
export async function prepareDemo(templateUrl: string): Promise<{ template: DemoTemplate; drop(): Promise<void> }> {
  const { url, drop } = await copyDatabase(templateUrl);
  process.env.DATABASE_URL = url;
  const owner = ownerDatabase(url);
  const demo = await buildDemo(owner, new Date());
  // PostgreSQL copies a database only while nobody is connected to it.
  await owner.$disconnect();
  await disconnect();
  return { template: { url, demo }, drop };
}
