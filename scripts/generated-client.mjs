// Plain JavaScript because `ensure.mjs` needs it before TypeScript can run.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sourceHash } from "./source-hash.mjs";

const client = "lib/platform/db/generated/client.ts";
const stamp = "node_modules/.cache/portcullis/client";

export function hasClient(root) {
  return existsSync(path.join(root, client));
}

export function hasCurrentClient(root) {
  const noted = path.join(root, stamp);
  return hasClient(root) && existsSync(noted) && readFileSync(noted, "utf8") === sourcesOf(root);
}

export function noteCurrentClient(root) {
  const noted = path.join(root, stamp);
  mkdirSync(path.dirname(noted), { recursive: true });
  writeFileSync(noted, sourcesOf(root));
}

function sourcesOf(root) {
  return sourceHash(root, ["prisma/schema", "prisma.config.ts", "package-lock.json"]);
}
