import { features } from "@/lib/features";
import { asWorker } from "@/lib/platform/db/transaction";
import { Bundle } from "@/lib/platform/kernel/bundle";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { Problem } from "@/lib/platform/kernel/problem";
import { msg } from "@/lib/platform/language/msg";
import { log } from "@/lib/platform/logging/log";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type Background, withBackground } from "@/lib/platform/rendering/background";
import { type ExportOperation, isExport } from "@/lib/platform/rendering/define-export";
import { newBegunFlag, rowsDrawn } from "@/lib/platform/rendering/drawing-begun";
import { type WrittenBundle, writeBundle } from "@/lib/platform/rendering/write-bundle";
import { type ClaimedExport, claimExport } from "./claim-export";
import { ExportLost, storeExport, updateClaimed } from "./store-export";

const REPORT_EVERY_MS = 1_000;
/** The longest that one state of the database is read. */
const READING_MS = 15 * 60_000;

/** The longest that a ZIP file is written. */
const WRITING_MS = 30 * 60_000;

const operations = features.flatMap((feature) => feature.operations);
const downloads: ReadonlyMap<string, ExportOperation> = new Map(
  operations.filter(isExport).map((operation) => [operation.name, operation]),
);
const byName: ReadonlyMap<string, AnyOperation> = new Map(operations.map((operation) => [operation.name, operation]));

/** Prepares the files that people have requested, one after another. Safe to run in any number of workers. */
export async function prepareExports(stopping: () => boolean = () => false): Promise<void> {
  while (!stopping()) {
    const claimed = await claimExport(new Date());
    if (claimed === null) return;
    await prepareOne(claimed, stopping);
  }
}

async function prepareOne(claimed: ClaimedExport, stopping: () => boolean): Promise<void> {
  const progress = new Progress(claimed, stopping);
  try {
    const file = await withBackground(progress, () => run(claimed));
    const { body } = file;
    if (body instanceof Bundle) {
      const { contents, ...written } = await bundled(claimed, body, progress);
      progress.contains(contents);
      await storeExport(claimed, { ...file, ...written }, progress);
    } else await storeExport(claimed, file, progress);
  } catch (error) {
    await giveBack(claimed, error, stopping());
  } finally {
    await progress.stop();
  }
}

/** As the person who requested it: their permission is checked now, by the operation itself. */
function run({ id, attempt, accountId, operation, input }: ClaimedExport): Promise<FileOutput> {
  const download = downloads.get(operation);
  if (download === undefined) throw new Problem("not-found", String(noAccess));
  return execute(callerOf({ id, attempt }), accountId, download, input as never, { readingMs: READING_MS });
}

const callerOf = ({ id, attempt }: Pick<ClaimedExport, "id" | "attempt">) =>
  ({ credential: { by: "export", id, attempt }, via: "system", ip: "" }) as const;

/** Their permission is asked again for each file, when its turn has come. */
function bundled(claimed: ClaimedExport, bundle: Bundle, progress: Progress): Promise<WrittenBundle> {
  return writeBundle(bundle, {
    signal: AbortSignal.any([progress.signal, AbortSignal.timeout(WRITING_MS)]),
    ask: ({ operation, input }) => {
      const download = byName.get(operation);
      if (download === undefined) throw new Error(`There is no operation ${operation}.`);
      return execute(callerOf(claimed), claimed.accountId, download, input as never) as Promise<FileOutput>;
    },
    onFile: () => progress.read(1),
  });
}

async function giveBack(claimed: ClaimedExport, error: unknown, stopping: boolean): Promise<void> {
  if (error instanceof ExportLost) return;
  const now = new Date();
  const failed = { state: "failed" as const, failure: sentenceOf(error), finishedAt: now };
  // Another worker starts at once, and this attempt doesn't count. An outage is tried again later, a few times.
  const outage = error instanceof Problem && error.code === "unavailable";
  const change = stopping
    ? { state: "queued" as const, attempts: { decrement: 1 } }
    : outage
      ? { aliveAt: now }
      : failed;
  if (!(error instanceof Problem))
    log().error({ err: error, operation: claimed.operation }, "Preparing a file failed.");
  await asWorker((db) => updateClaimed(db, claimed, change)).catch((lost) => {
    if (!(lost instanceof ExportLost)) throw lost;
  });
}

/** Why it failed. What is written here is kept in English, and translated where it is read. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) return String(ourSide);
  const gone = error.code === "not-signed-in" || error.code === "not-found" || error.code === "refused";
  return gone ? String(noAccess) : error.detail;
}

const ourSide = msg("Something went wrong on our side. Try again in a minute.");
const noAccess = msg("You no longer have access to this file.");

/** Reports every second that the worker is alive and how far it is, and stops the work once the export is cancelled. */
class Progress implements Background {
  readonly drawing = newBegunFlag();
  accessKey = "";
  readonly contents: string[] = [];
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #reporting: Promise<void> = Promise.resolve();
  #lines = 0;

  constructor(
    private readonly claimed: ClaimedExport,
    private readonly stopping: () => boolean,
  ) {
    this.#timer = setInterval(() => {
      this.#reporting = this.#reporting.then(() => this.#report());
    }, REPORT_EVERY_MS);
  }

  /** How many are read, or drawn. */
  get lines(): number {
    return Math.max(this.#lines, rowsDrawn(this.drawing));
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  counted(lines: number): void {
    const counted = asWorker((db) => updateClaimed(db, this.claimed, { totalLines: lines }));
    this.#reporting = this.#reporting.then(() => counted).catch((error) => this.#abort.abort(error));
  }

  read(lines: number): void {
    this.#lines += lines;
  }

  contains(ids: readonly string[]): void {
    for (const id of ids) this.contents.push(id);
  }

  ranWith(accessKey: string): void {
    this.accessKey = accessKey;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reporting;
  }

  async #report(): Promise<void> {
    if (this.#abort.signal.aborted) return;
    if (this.stopping()) return this.#abort.abort();
    try {
      await asWorker((db) => updateClaimed(db, this.claimed, { aliveAt: new Date(), lines: this.lines }));
    } catch (error) {
      // During an outage it isn't lost: the claim lasts for a minute.
      if (error instanceof ExportLost) this.#abort.abort(error);
    }
  }
}
