import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { programs } from "@/scripts/process/programs";

/** The worker itself, without the command that starts it, so that signals reach only the worker. */
export function startWorkerProcess(settings: { DATABASE_URL: string; SMTP_URL: string }): ChildProcess {
  return spawn(process.execPath, programs.workerFromSources, {
    cwd: path.resolve(import.meta.dirname, "../../.."),
    env: { ...process.env, ...settings, PORTAL_MODE: "test", NODE_ENV: "test" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Sends a signal and waits for the process to exit: its exit code, or the signal that ended it. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  const ended = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  child.kill(signal);
  const [code, by] = await ended;
  return by ?? code;
}
