import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { programs } from "@/scripts/process/programs";
import type { Case } from "./cases";

/** A process that executes cases on one database, one at a time. */
export class Answerer<Asked extends { readonly operation: string } = Case> {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async on<Asked extends { readonly operation: string } = Case>(
    databaseUrl: string,
    program = "bench/growth/answer.ts",
  ): Promise<Answerer<Asked>> {
    const child = spawn(process.execPath, [...programs.script, program], {
      env: { ...process.env, DATABASE_URL: databaseUrl, PORTAL_MODE: "test" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    await next(child);
    return new Answerer(child);
  }

  /** The milliseconds that it takes; null if the input is refused. */
  async time(asked: Asked): Promise<number | null> {
    const answered = next(this.#child) as Promise<{ milliseconds: number | null } | { failure: string }>;
    this.#child.send(asked);
    const answer = await answered;
    if ("failure" in answer) throw new Error(`${asked.operation} ${JSON.stringify(asked)}: ${answer.failure}`);
    return answer.milliseconds;
  }

  end(): void {
    this.#child.send("end");
  }

  stopNow(): void {
    this.#child.kill("SIGKILL");
  }
}

/** The next message; throws if the process ends instead. */
async function next(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const { signal } = over;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message),
      once(child, "exit", { signal }).then(([code]) => {
        throw new Error(`The process that answers ended with ${code}.`);
      }),
    ]);
  } finally {
    over.abort();
  }
}
