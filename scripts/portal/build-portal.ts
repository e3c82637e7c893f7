import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres/places";
import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { runStep } from "../process/run-step";
import type { Output } from "../process/start-process";
import { sourceHash } from "../source-hash.mjs";
import { buildIdentity } from "./build-identity";
import { compilePrograms, programOf } from "./compile-programs";
import { generateClient } from "./generate-client";
import { narrowChunks } from "./narrow-chunks";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/bundle-options.mjs",
  "scripts/portal/compile-programs.ts",
  "scripts/portal/lighten-client.ts",
  "scripts/portal/narrow-chunks.ts",
];
const stamp = path.join(checkout, ".next/portcullis-sources");

/** Whether `.next` holds a finished build of exactly these sources. */
export function isBuilt(): boolean {
  return hasBuild() && existsSync(stamp) && readFileSync(stamp, "utf8") === currentSources();
}

/** Whether `.next` holds a finished build of anything. */
export function hasBuild(): boolean {
  return [".next/BUILD_ID", programOf("server"), programOf("worker")].every((file) =>
    existsSync(path.join(checkout, file)),
  );
}

/** Builds the portal for production. Needs no settings and no database. */
export async function buildPortal(shutdown: Shutdown, output: Output): Promise<void> {
  await generateClient(shutdown);
  const built = currentSources();
  await runStep(shutdown, [...programs.next, "build"], "The build failed.", {
    env: { ...buildIdentity(built), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    output,
  });
  await narrowChunks(path.join(checkout, ".next/server"));
  await compilePrograms();
  writeFileSync(stamp, built);
}

function currentSources(): string {
  return sourceHash(checkout, sources, ["lib/platform/db/generated"]);
}
