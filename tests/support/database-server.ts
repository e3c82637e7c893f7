import type { TestProject } from "vitest/node";
import { readCommandEnvironment } from "@/lib/config/env";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import type { Ending } from "@/scripts/process/run-command";
import { type DemoTemplate, prepareDemo } from "./demo-template";
import { prepareTemplate } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser's URL of the database that every test database is copied from. */
    templateUrl: string;
    demoTemplate: DemoTemplate;
  }
}

/** Gives the database suites a PostgreSQL: the one of TEST_DATABASE_URL, or one of their own for this run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = readCommandEnvironment().TEST_DATABASE_URL;
  if (given) return provide(project, given);
  const endings: Ending[] = [];
  process.once("exit", () => {
    for (const ending of endings.toReversed()) ending.stopNow();
  });
  const cluster = await startTemporaryCluster({ onEnd: (ending) => void endings.push(ending) });
  await provide(project, cluster.url("postgres"));
  return async () => {
    for (const ending of endings.toReversed()) await ending.stop();
  };
}

async function provide(project: TestProject, serverUrl: string): Promise<() => Promise<void>> {
  const templateUrl = await prepareTemplate(serverUrl);
  const { template, drop } = await prepareDemo(templateUrl);
  project.provide("templateUrl", templateUrl);
  project.provide("demoTemplate", template);
  return drop;
}
