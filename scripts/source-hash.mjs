// Plain JavaScript because `ensure.mjs` needs it before TypeScript can run.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

export function sourceHash(root, entries, skip = []) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => filesOf(root, entry, skip)).sort()) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesOf(root, entry, skip) {
  const full = path.join(root, entry);
  if (skip.includes(entry) || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [entry];
  return readdirSync(full).flatMap((name) => filesOf(root, path.posix.join(entry, name), skip));
}
