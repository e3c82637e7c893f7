import type { TestProject } from "vitest/node";
import { readCommandEnvironment } from "@/lib/config/env";
import { startTemporaryCluster } from "@/scripts/postgres/cluster";
import { prepareTemplate } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser's URL of the database that every test database is copied from. */
    templateUrl: string;
  }
}

/** Gives the database suites a PostgreSQL: the one of TEST_DATABASE_URL, or one of their own for this run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = readCommandEnvironment().TEST_DATABASE_URL;
  if (given) {
    project.provide("templateUrl", await prepareTemplate(given));
    return;
  }
  const cluster = await startTemporaryCluster();
  process.once("exit", cluster.stopNow);
  project.provide("templateUrl", await prepareTemplate(cluster.url("postgres")));
  return () => cluster.stop();
}
