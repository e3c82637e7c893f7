import path from "node:path";
import { pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import type { ReadText } from "../texts/text-kinds";
import type { DrawnPages } from "./drawn-pages";
import type { Task } from "./main";

const DEADLINE_MS = 120_000;
const MEMORY_MB = 512;

/**
 * Draws the pages of a file in a thread of its own, with limited time and memory, which ends with it: whatever is in the file,
 * the process goes on. Throws if it can't be drawn.
 */
export const drawInThread = (contents: Uint8Array, contentType: string): Promise<DrawnPages> =>
  inThread({ contents, contentType, wanted: "pages" });

/** What is written in it, within the same limits. Throws if it can't be read. */
export const readInThread = (contents: Uint8Array, contentType: string): Promise<ReadText> =>
  inThread({ contents, contentType, wanted: "text" });

async function inThread<T>(task: Task): Promise<T> {
  const root = process.cwd();
  const program = threadProgram();
  const thread = new Piscina({
    filename: pathToFileURL(path.join(root, program)).href,
    execArgv: program.endsWith(".ts") ? ["--import", pathToFileURL(path.join(root, "scripts/register.mjs")).href] : [],
    // Drawing needs no settings and no secrets.
    env: { NODE_ENV: "production" },
    minThreads: 0,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // Errors of the thread reach its caller; one at its start must not end the process.
  thread.on("error", () => {});
  try {
    return await thread.run(task, { signal: AbortSignal.timeout(DEADLINE_MS) });
  } finally {
    await thread.destroy();
  }
}

/** A compiled program has that of its threads beside it. */
function threadProgram(program = process.argv[1] ?? ""): string {
  return /[\\/]\.next[\\/]programs[\\/]/.test(program)
    ? path.join(path.dirname(path.relative(process.cwd(), program)), "drawing-thread.mjs")
    : "lib/workspace/documents/drawing/main.ts";
}
