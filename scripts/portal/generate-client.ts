import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres/places";
import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { runStep } from "../process/run-step";
import { lightenClient } from "./lighten-client";
import { sourceHash } from "./source-hash";

const client = path.join(checkout, "lib/platform/db/generated/client.ts");
const stamp = path.join(checkout, "node_modules/.cache/portcullis/client");

/** Generates the Prisma client unless the existing one is from the same schema. */
export async function generateClient(shutdown: Shutdown): Promise<void> {
  const wanted = sourceHash(checkout, ["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  if (!existsSync(client) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
    await runStep(shutdown, [...programs.prisma, "generate"], "Generating the database client failed.");
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  }
  lightenClient(path.dirname(client));
}
