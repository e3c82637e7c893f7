import { setTimeout as wait } from "node:timers/promises";
import { sentenceOf } from "./sentence-of";

/** Something that must not outlive the command. */
export interface Ending {
  stop(): Promise<void>;
  /** Called last, also after `stop`; must not wait. */
  stopNow(): void;
}

/** Where started processes are registered. */
export interface Endings {
  /** Registers what to stop when the command ends, however it ends; the last registered is stopped first. */
  onEnd(ending: Ending): void;
}

/** Passed to a command so that nothing it starts is left running. */
export interface Shutdown extends Endings {
  /** Becomes true with the first signal; nothing new may be started then. */
  readonly begun: boolean;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const graceMs = 20_000;

/**
 * Runs a command and then stops what it registered: when it returns or throws, on Ctrl-C, SIGTERM or SIGHUP, and when
 * the npm that started it has ended. A CommandError is printed as one sentence, any other error with its stack.
 */
export async function runCommand(
  work: (shutdown: Shutdown) => Promise<void>,
  exitCodes: { interrupted: number } = { interrupted: 0 },
): Promise<never> {
  const endings: Ending[] = [];
  const shutdown = { begun: false, onEnd: (ending: Ending) => void endings.push(ending) };
  process.on("exit", () => {
    for (const ending of endings.toReversed()) ending.stopNow();
  });
  const interrupted = interruption().then(() => {
    shutdown.begun = true;
    return exitCodes.interrupted;
  });
  const exitCode = await Promise.race([interrupted, finish(work, shutdown)]);
  shutdown.begun = true;
  await Promise.race([stopAll(endings), wait(graceMs)]);
  process.exit(exitCode);
}

async function finish(work: (shutdown: Shutdown) => Promise<void>, shutdown: Shutdown): Promise<number> {
  try {
    await work(shutdown);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Errors during shutdown are caused by the shutdown, and not reported.
    if (!shutdown.begun) console.error(sentenceOf(error) ?? error);
    return 1;
  }
}

async function stopAll(endings: Ending[]): Promise<void> {
  for (const ending of endings.toReversed()) {
    await ending.stop().catch((error) => console.error(error));
  }
}

/** Resolves when the command should end. A shell between npm and us may exit without passing on signals. */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve());
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 500);
  });
}
