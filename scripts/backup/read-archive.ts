import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { CommandError } from "../process/command-error";
import { type FilePart, fileName, type Manifest, manifestSchema, partName, type TablePart } from "./manifest";

export interface OpenArchive {
  readonly manifest: Manifest;
  /** A table's rows as text. */
  rows(part: TablePart): Promise<Readable>;
  contents(part: FilePart): Promise<Readable>;
  close(): void;
}

/**
 * Opens an archive and compares every part with the manifest, before anything is done with it.
 *
 * @throws CommandError if it is no backup, or damaged
 */
export async function openArchive(file: string): Promise<OpenArchive> {
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip);
    const manifest = await readManifest(file, zip, entries);
    const rows = async (part: TablePart) => zip.openReadStreamPromise(entryOf(file, entries, partName(part)));
    const contents = async (part: FilePart) => zip.openReadStreamPromise(entryOf(file, entries, fileName(part)));
    for (const part of manifest.tables) await verify(file, partName(part), part.sha256, await rows(part));
    for (const part of manifest.files) await verify(file, fileName(part), part.sha256, await contents(part));
    return { manifest, rows, contents, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof CommandError ? error : damaged(file, error);
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw new CommandError(`${file} can't be read (${code}).`);
    throw damaged(file, error);
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on("end", resolve);
    zip.on("error", reject);
    zip.readEntry();
  });
  return entries;
}

function entryOf(file: string, entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (entry === undefined) throw damaged(file, new Error(`${name} is missing`));
  return entry;
}

async function readManifest(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Manifest> {
  const stream = await zip.openReadStreamPromise(entryOf(file, entries, "manifest.json"));
  const found: unknown = JSON.parse(await text(stream));
  const format = (found as { format?: unknown }).format;
  if (typeof format === "number" && format > 1) {
    throw new CommandError(`${file} was made by a newer version of the portal. Restore it with that version.`);
  }
  return manifestSchema.parse(found);
}

async function verify(file: string, name: string, sha256: string, contents: Readable): Promise<void> {
  const hash = createHash("sha256");
  for await (const piece of contents) hash.update(piece);
  if (hash.digest("hex") !== sha256) throw damaged(file, new Error(`${name} has another checksum`));
}

const damaged = (file: string, error: unknown): CommandError =>
  new CommandError(`${file} is damaged, or isn't a backup of the portal (${(error as Error).message.split("\n")[0]}).`);
