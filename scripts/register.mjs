// Every command runs as: node --import ./scripts/register.mjs scripts/<command>.ts
// and what `npm run build` has compiled as: node --import ./scripts/register.mjs .next/programs/<name>.mjs
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";

if (!/[\\/]\.next[\\/]programs[\\/]/.test(process.argv[1] ?? "")) await runTypeScript();

// Next reads these files by itself; the first one that names a variable wins, the environment before both.
for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);

async function runTypeScript() {
  await import("tsx");
  // "server-only" throws outside Next's bundler, but the worker and the scripts are server code too.
  const empty = new URL("../node_modules/server-only/empty.js", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "server-only" ? { url: empty, format: "commonjs", shortCircuit: true } : next(specifier, context),
  });
}
