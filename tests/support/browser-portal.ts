import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { programs } from "../../scripts/process/programs";

/** Starts the portal that the browser tests visit, and returns what stops it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const portal = spawn(process.execPath, [...programs.script, "scripts/test-portal.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(portal, "exit");
  for await (const line of createInterface(portal.stdout)) {
    if (!line.startsWith("{")) continue;
    const { url, databaseUrl } = JSON.parse(line) as { url: string; databaseUrl: string };
    Object.assign(process.env, { PORTAL_TEST_URL: url, PORTAL_TEST_DATABASE_URL: databaseUrl });
    portal.stdout.resume();
    return async () => {
      portal.kill("SIGTERM");
      await ended;
    };
  }
  throw new Error("The portal for the browser tests did not start: its messages above say why.");
}
