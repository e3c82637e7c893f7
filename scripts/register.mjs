// Every command runs as: node --import ./scripts/register.mjs scripts/<command>.ts
// and what `npm run build` has compiled as: node --import ./scripts/register.mjs .next/programs/<name>.mjs
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canKeep, compileOnce } from "./compile-once.mjs";

const isBuilt = /[\\/]\.next[\\/]programs[\\/]/.test(process.argv[1] ?? "");
// The bench finds some of its sources by name while it runs.
const isBench = /[\\/]bench[\\/]/.test(process.argv[1] ?? "");

if (!isBuilt) {
  if (isBench || !canKeep()) await compileEachFile();
  else registerHooks({ resolve: compileProgram });
}

// Next reads these files by itself; the first one that names a variable wins, the environment before both.
for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);

/** A command, or what one of our threads runs: whatever else is TypeScript is compiled into it. */
function compileProgram(specifier, context, next) {
  const found = next(specifier, context);
  if (!/^file:.*\.m?tsx?$/.test(found.url) || found.url.includes("/node_modules/")) return found;
  return { url: pathToFileURL(compileOnce(fileURLToPath(found.url))).href, format: "module", shortCircuit: true };
}

async function compileEachFile() {
  await import("tsx");
  // "server-only" throws outside Next's bundler, but the worker and the scripts are server code too.
  const empty = new URL("../node_modules/server-only/empty.js", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "server-only" ? { url: empty, format: "commonjs", shortCircuit: true } : next(specifier, context),
  });
}
