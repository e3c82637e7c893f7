import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A fingerprint of files and folders: the same as long as no name and no content changes, whatever the modification times.
 * Missing files count as missing. `skip` lists paths, relative to the root, to leave out with everything below them.
 */
export function sourceHash(root: string, entries: readonly string[], skip: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => filesOf(root, entry, skip)).sort()) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesOf(root: string, entry: string, skip: readonly string[]): string[] {
  const full = path.join(root, entry);
  if (skip.includes(entry) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [entry];
  return readdirSync(full).flatMap((name) => filesOf(root, path.posix.join(entry, name), skip));
}
