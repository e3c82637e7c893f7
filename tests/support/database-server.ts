import type { TestProject } from "vitest/node";
import { readCommandEnvironment } from "@/lib/config/env";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import type { Ending } from "@/scripts/process/run-command";
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
  const endings: Ending[] = [];
  process.once("exit", () => {
    for (const ending of endings.toReversed()) ending.stopNow();
  });
  const cluster = await startTemporaryCluster({ onEnd: (ending) => void endings.push(ending) });
  project.provide("templateUrl", await prepareTemplate(cluster.url("postgres")));
  return async () => {
    for (const ending of endings.toReversed()) await ending.stop();
  };
}
