import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Rendering } from "@/lib/platform/kernel/rendering";
import type { Sentence } from "@/lib/platform/language/msg";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { log } from "@/lib/platform/logging/log";
import { type BegunFlag, hasBegun, newBegunFlag, noteBegun } from "./drawing-begun";

interface PoolOptions {
  /** The program of a thread. */
  readonly program: string;
  readonly threads: number;
  /** Timeout for rendering, from the moment a thread starts it. */
  readonly drawingMs: number;
  /** Timeout for its turn, behind others or while a thread starts. */
  readonly waitingMs: number;
  readonly memoryMb: number;
}

/** Threads that render documents, so that other requests aren't blocked. */
export class RenderPool {
  readonly #threads: Piscina;
  /** Documents that no thread has started on. */
  readonly #waiting = new Set<AbortController>();

  constructor(private readonly options: PoolOptions) {
    const root = process.cwd();
    this.#threads = new Piscina({
      filename: pathToFileURL(path.join(/* turbopackIgnore: true */ root, options.program)).href,
      execArgv: options.program.endsWith(".ts")
        ? ["--import", pathToFileURL(path.join(/* turbopackIgnore: true */ root, "scripts/register.mjs")).href]
        : [],
      // Rendering needs no settings and no secrets.
      env: { NODE_ENV: "production" },
      // With none, a document waiting for a thread that is being ended would wait forever. It starts with the pool.
      minThreads: 1,
      maxThreads: options.threads,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    // Errors of a rendering thread reach its caller; an unhandled startup error would end the process.
    this.#threads.on("error", (error) => {
      log().error({ err: error }, "A rendering thread failed.");
      for (const waiting of this.#waiting) waiting.abort(FAILED);
    });
  }

  /**
   * Renders one document.
   *
   * @throws Problem `unavailable` if it took too long or too much memory, the thread failed, or the caller
   * disconnected.
   */
  async draw({ document, data, brand }: Rendering, gone?: AbortSignal, begun = newBegunFlag()): Promise<Uint8Array> {
    const late = new AbortController();
    const signal = gone ? AbortSignal.any([gone, late.signal]) : late.signal;
    const clock = this.#clock(begun, late);
    try {
      return await this.#threads.run({ document, data, brand, begun, locale: currentLocale() }, { signal });
    } catch (error) {
      if (gone?.aborted) throw new Problem("unavailable", t("The download was cancelled."));
      log().error({ err: error, document }, "Rendering a document failed.");
      throw new Problem("unavailable", t(late.signal.aborted ? (late.signal.reason as Sentence) : FAILED), {
        retryAfter: 30,
      });
    } finally {
      clock.stop();
    }
  }

  /** Aborts work that waits too long for its turn, or takes too long once started. */
  #clock(begun: BegunFlag, late: AbortController): { stop(): void } {
    const { drawingMs, waitingMs } = this.options;
    let stopped = false;
    let timer = setTimeout(() => late.abort(TOO_LONG), waitingMs);
    this.#waiting.add(late);
    void hasBegun(begun).then(() => {
      this.#waiting.delete(late);
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => late.abort(TOO_LONG), drawingMs);
    });
    return {
      stop() {
        stopped = true;
        clearTimeout(timer);
        noteBegun(begun);
      },
    };
  }

  /** Documents waiting for a thread. */
  get waiting(): number {
    return this.#threads.queueSize;
  }

  close(): Promise<void> {
    return this.#threads.destroy();
  }
}

/** A compiled program has that of its threads beside it. */
const threadProgram = (program = process.argv[1] ?? ""): string =>
  /[\\/]\.next[\\/]programs[\\/]/.test(program)
    ? path.join(path.dirname(path.relative(process.cwd(), program)), "render-thread.mjs")
    : "lib/jobs/render-thread/main.ts";

const TOO_LONG = msg("Preparing this document took too long. Try again in a minute, or choose a shorter period.");
const FAILED = msg("This document couldn't be prepared. Try again in a minute, or choose a shorter period.");

const kept = globalThis as { portcullisRenderPool?: RenderPool };

/**
 * The portal's own threads: all cores but the one that answers requests. The first starts with the pool, so creating
 * the pool early has a thread ready in time.
 */
export function renderPool(): RenderPool {
  kept.portcullisRenderPool ??= new RenderPool({
    program: threadProgram(),
    threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
    drawingMs: 30_000,
    waitingMs: 60_000,
    memoryMb: 512,
  });
  return kept.portcullisRenderPool;
}

/**
 * Renders a document that nobody waits for, in a thread of its own that ends with it: a long one takes memory that the
 * worker should not keep.
 */
export async function renderPatiently(rendering: Rendering, gone: AbortSignal, begun: BegunFlag): Promise<Uint8Array> {
  const pool = new RenderPool({
    program: threadProgram(),
    threads: 1,
    drawingMs: 30 * 60_000,
    waitingMs: 60_000,
    memoryMb: 2_048,
  });
  try {
    return await pool.draw(rendering, gone, begun);
  } finally {
    await pool.close();
  }
}
