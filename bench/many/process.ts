import type { Shutdown } from "@/scripts/process/run-command";
import { type RunningProcess, type Settings, startProcess } from "@/scripts/process/start-process";

/** A process that can be killed and started again. */
export interface Killable {
  readonly name: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  output(): string;
}

/** `isReady` is waited for after every start. */
export async function killable(
  shutdown: Shutdown,
  name: string,
  program: readonly string[],
  env: Settings,
  isReady: (process: RunningProcess) => Promise<void>,
): Promise<Killable> {
  let running: RunningProcess | undefined;
  const outputs: string[] = [];
  const one: Killable = {
    name,
    async start() {
      running = startProcess(shutdown, program, { env, output: "collect" });
      await isReady(running);
    },
    async kill() {
      if (running === undefined) return;
      outputs.push(running.output());
      running.stopNow();
      await running.exited;
    },
    output: () => [...outputs, running?.output() ?? ""].join(""),
  };
  await one.start();
  return one;
}
