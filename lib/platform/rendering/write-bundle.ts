import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Bundle, BundledFile } from "@/lib/platform/kernel/bundle";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { t } from "@/lib/platform/language/t";
import { mostBytes } from "./download-limits";

const OPENED_MS = 30_000;

export interface BundleWriting {
  readonly signal: AbortSignal;
  /** Asks for the contents of a file as the person whom the bundle is for; throws if they may not have them. */
  readonly ask: (file: BundledFile) => Promise<FileOutput>;
  /** Called for each file that was written, or left out. */
  readonly onFile: () => void;
}

export interface WrittenBundle {
  readonly body: Spool;
  /** The ids of the contents that are in it. */
  readonly contents: readonly string[];
}

/**
 * Writes a ZIP file, one file after another, each as fast as it is read from the storage. What is refused now is left out and
 * named in the note, which is there if there is something to say.
 */
export async function writeBundle(bundle: Bundle, writing: BundleWriting): Promise<WrittenBundle> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  const body = new Spool(mostBytes.background);
  const contents: string[] = [];
  const fill = async () => {
    const refused = await addFiles(zip, bundle, { ...writing, output, onAdded: (id) => contents.push(id) });
    if (contents.length === 0) throw new Problem("conflict", t("None of these files can be downloaded any more."));
    addNote(zip, bundle, refused);
    zip.end();
  };
  const take = async () => {
    for await (const piece of output) await body.write(piece);
  };
  // Whichever fails first ends the other, and is the reason.
  const filled = fill().catch((error: Error) => {
    output.destroy(error);
    throw error;
  });
  try {
    await Promise.all([filled, take()]);
    return { body, contents };
  } catch (error) {
    output.destroy();
    await body.discard();
    throw error;
  }
}

interface Adding extends BundleWriting {
  readonly output: Readable;
  readonly onAdded: (contentsId: string) => void;
}

/** Returns the paths of those that were refused. */
async function addFiles(zip: ZipFile, { files }: Bundle, adding: Adding): Promise<string[]> {
  const refused: string[] = [];
  for (const file of files) {
    adding.signal.throwIfAborted();
    const body = await contentsOf(file, adding);
    if (body === null) refused.push(file.path);
    else {
      await addFile(zip, file, body, adding);
      adding.onAdded(file.contentsId);
    }
    adding.onFile();
  }
  return refused;
}

async function contentsOf(file: BundledFile, { ask }: Adding): Promise<StreamedFile | null> {
  try {
    const { body } = await ask(file);
    if (!(body instanceof StreamedFile)) throw new Error("Only stored files can be in a bundle.");
    return body;
  } catch (error) {
    if (error instanceof Problem && REFUSALS.has(error.code)) return null;
    throw error;
  }
}

const REFUSALS: ReadonlySet<string> = new Set(["refused", "not-found", "conflict"]);

async function addFile(zip: ZipFile, file: BundledFile, { bytes, open }: StreamedFile, { output, signal }: Adding) {
  const source = await withDeadline(OPENED_MS, open());
  const { path, changedAt: mtime, compress } = file;
  // Whoever takes the output has ended, or the work was stopped: nothing reads the source any more.
  const stop = () => source.destroy();
  signal.addEventListener("abort", stop, { once: true });
  output.once("close", stop);
  source.once("error", (error) => output.destroy(error));
  try {
    const read = finished(source, { writable: false });
    zip.addReadStream(source, path, { mtime, compress, size: bytes, mode: 0o100644 });
    await read;
  } finally {
    signal.removeEventListener("abort", stop);
    output.removeListener("close", stop);
  }
}

function addNote(zip: ZipFile, { note }: Bundle, refused: readonly string[]): void {
  const lines = [...note.lines, ...(refused.length > 0 ? [note.refused, ...refused.map((path) => `- ${path}`)] : [])];
  if (lines.length === 0) return;
  // Spreadsheets aside, the mark tells plain editors of Windows that it is UTF-8.
  zip.addBuffer(Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`), note.path, { mode: 0o100644 });
}
