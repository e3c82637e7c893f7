import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Rendering } from "@/lib/platform/kernel/rendering";

interface PoolOptions {
  /** The program of a thread. */
  readonly program: string;
  readonly threads: number;
  /** Timeout from the request, including waiting. */
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** Threads that render documents, so that other requests aren't blocked. */
export class RenderPool {
  readonly #threads: Piscina;

  constructor(private readonly options: PoolOptions) {
    const root = process.cwd();
    this.#threads = new Piscina({
      filename: pathToFileURL(path.join(root, options.program)).href,
      // The portal runs from its sources, in production too.
      execArgv: ["--import", pathToFileURL(path.join(root, "scripts/register.mjs")).href],
      // Rendering needs no settings and no secrets.
      env: { NODE_ENV: "production" },
      // With none, a document waiting for a thread that is being ended would wait forever.
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
  }

  /**
   * Renders one document.
   *
   * @throws Problem `unavailable` if it took too long or too much memory, the thread failed, or the caller disconnected.
   */
  async draw({ document, data }: Rendering, gone?: AbortSignal): Promise<Uint8Array> {
    const late = AbortSignal.timeout(this.options.timeoutMs);
    const signal = gone ? AbortSignal.any([gone, late]) : late;
    try {
      return await this.#threads.run({ document, data }, { signal });
    } catch (error) {
      if (gone?.aborted) throw new Problem("unavailable", "The download was cancelled.");
      console.error(`Rendering ${document} failed:`, error);
      throw new Problem("unavailable", late.aborted ? TOO_LONG : FAILED, { retryAfter: 30 });
    }
  }

  /** Documents waiting for a thread. */
  get waiting(): number {
    return this.#threads.queueSize;
  }

  close(): Promise<void> {
    return this.#threads.destroy();
  }
}

const TOO_LONG = "Preparing this document took too long. Try again in a minute, or choose a shorter period.";
const FAILED = "This document couldn't be prepared. Try again in a minute, or choose a shorter period.";

const kept = globalThis as { portcullisRenderPool?: RenderPool };

/** The portal's own threads: all cores but the one that answers requests. They start with the first document. */
export function renderPool(): RenderPool {
  kept.portcullisRenderPool ??= new RenderPool({
    program: "lib/jobs/render-thread/main.ts",
    threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
    timeoutMs: 30_000,
    memoryMb: 512,
  });
  return kept.portcullisRenderPool;
}
