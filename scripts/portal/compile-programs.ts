import path from "node:path";
import type { Metafile } from "esbuild";
import { bundleOptions } from "../bundle-options.mjs";
import { checkout } from "../postgres/places";

/** The processes of an installation, by the name of their compiled program, and the threads that they start. */
const sources = {
  server: "lib/http/server/main.ts",
  worker: "lib/jobs/main.ts",
  "mail-in": "lib/jobs/mail-in/main.ts",
  "render-thread": "lib/jobs/render-thread/main.ts",
  "mail-thread": "lib/support/inbound-mail/parse/main.ts",
  "drawing-thread": "lib/workspace/documents/drawing/main.ts",
} as const;

const folder = ".next/programs";

/** Where a build keeps one, from the checkout. */
export const programOf = (name: keyof typeof sources): string => `${folder}/${name}.mjs`;

/**
 * Compiles the programs that production runs. Started from the sources, a process spends most of its start on
 * finding and compiling some seven hundred files one by one. What the programs share is compiled once. Without source
 * maps: with them Node also keeps those of Next's bundles, a hundred megabytes.
 */
export async function compilePrograms(into = path.join(checkout, folder)): Promise<Metafile> {
  // A package for development: an installation without those starts what was built.
  const { build } = await import("esbuild");
  const { metafile } = await build({
    ...bundleOptions,
    absWorkingDir: checkout,
    entryPoints: sources,
    outdir: into,
  });
  return metafile;
}
