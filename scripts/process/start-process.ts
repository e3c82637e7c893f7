import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { checkout } from "../postgres/places";
import type { Ending, Shutdown } from "./run-command";

/** A child process. */
export interface RunningProcess extends Ending {
  readonly pid: number;
  /** Its exit code once it has ended; 1 if it was ended by a signal. */
  exited: Promise<number>;
  /** What it has printed, if that was collected. */
  output(): string;
}

/** Environment variables that override our own. */
export type Settings = Readonly<Record<string, string>>;

/** A process's output: shown, collected, or only its errors shown. */
export type Output = "show" | "collect" | "errors";

const stdio: Record<Output, StdioOptions> = {
  show: ["ignore", "inherit", "inherit"],
  collect: ["ignore", "pipe", "pipe"],
  errors: ["ignore", "ignore", "inherit"],
};
const graceMs = 8_000;

/**
 * Starts Node on a program of the checkout, in its own process group: Ctrl-C reaches it only through us, in our order, and
 * its children end with it.
 */
export function startProcess(
  shutdown: Shutdown,
  args: readonly string[],
  options: { env?: Settings; output: Output },
): RunningProcess {
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: { ...process.env, ...options.env } as NodeJS.ProcessEnv,
    detached: true,
    stdio: stdio[options.output],
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => pieces.push(piece));
  const running = {
    pid: child.pid ?? 0,
    exited: once(child, "close").then(([code]) => Number(code ?? 1)),
    output: () => Buffer.concat(pieces).toString(),
    stop: () => stopGroup(child),
    stopNow: () => signalGroup(child, "SIGKILL"),
  };
  shutdown.onEnd(running);
  return running;
}

async function stopGroup(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  signalGroup(child, "SIGTERM");
  if (ended) await Promise.race([ended, wait(graceMs)]);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // No process of the group is left.
  }
}
