import path from "node:path";
import { build } from "esbuild";

const checkout = path.resolve(import.meta.dirname, "../../../..");
const folder = path.join(checkout, "node_modules/.cache/portcullis");

/**
 * How to start the child process: bundled into one file, because it is started about twenty times and loading a
 * thousand modules takes seconds. Packages are included and tree-shaken.
 */
export async function buildChild(): Promise<{ cwd: string; args: readonly string[]; env: Record<string, string> }> {
  const outfile = path.join(folder, "killed-child.mjs");
  await build({
    entryPoints: [path.join(import.meta.dirname, "child.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    // Native code, which can't be bundled.
    external: ["@node-rs/argon2"],
    // For CommonJS packages.
    banner: { js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);' },
    alias: { "server-only": path.join(checkout, "node_modules/server-only/empty.js") },
    logLevel: "error",
  });
  return { cwd: checkout, args: [outfile], env: { NODE_COMPILE_CACHE: folder } };
}
