import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const compiler = "@prisma/client/runtime/query_compiler_fast_bg.postgresql.wasm-base64.mjs";
const runtime = `await import("@prisma/client/runtime/query_compiler_fast_bg.postgresql.mjs")`;

/** What we change of the generated client, and into what. */
const changes = [
  [
    `const { wasm } = await import("${compiler}")
    return await decodeBase64AsWasm(wasm)`,
    `const { readFileSync } = await import("node:fs")
    const [, wasm = ""] = readFileSync(process.cwd() + "/node_modules/${compiler}", "latin1").split('"')
    return await decodeBase64AsWasm(wasm)`,
  ],
  [`async () => ${runtime}`, `async () => (await import("@/lib/platform/db/keep-plans")).keepPlans(${runtime})`],
] as const;

/**
 * The generated client imports its query compiler as a module of 4.6 MB of text, and what is imported stays: the module's
 * text, and the constant in it. Read as a file, it is gone once it is compiled: 9 MB less in every process. What it
 * compiles is kept (`keep-plans.ts`).
 */
export function lightenClient(folder: string): void {
  const file = path.join(folder, "internal/class.ts");
  const before = readFileSync(file, "utf8");
  let code = before;
  for (const [generated, ours] of changes) {
    if (code.includes(ours)) continue;
    if (!code.includes(generated))
      throw new Error(`${file} loads its query compiler differently: see lighten-client.ts.`);
    code = code.replace(generated, ours);
  }
  // An image can't be written to.
  if (code !== before) writeFileSync(file, code);
}
