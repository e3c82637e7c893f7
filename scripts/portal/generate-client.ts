import path from "node:path";
import { hasCurrentClient, noteCurrentClient } from "../generated-client.mjs";
import { checkout } from "../postgres/places";
import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { runStep } from "../process/run-step";
import { lightenClient } from "./lighten-client";

/** Generates the Prisma client unless the existing one is from the same schema. */
export async function generateClient(shutdown: Shutdown): Promise<void> {
  if (!hasCurrentClient(checkout)) {
    await runStep(shutdown, [...programs.prisma, "generate"], "Generating the database client failed.");
    noteCurrentClient(checkout);
  }
  lightenClient(path.join(checkout, "lib/platform/db/generated"));
}
