import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * V8 keeps the text of every script, at one byte per character, or two if a single one is beyond Latin-1: a few quotation
 * marks and arrows doubled the largest of Next's bundles in memory. Here they are written as escapes.
 */
export async function narrowChunks(folder: string): Promise<number> {
  const wide = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => path.join(folder, name))
    .filter((file) => isWide(readFileSync(file, "utf8")));
  for (const file of wide) writeFileSync(file, await narrowed(readFileSync(file, "utf8")));
  return wide.length;
}

/** The same program in ASCII, but for regular expressions and the raw text of templates: ours write escapes there. */
export async function narrowed(code: string): Promise<string> {
  // A package for development: an installation without those starts what was built.
  const { transform } = await import("esbuild");
  const options = { charset: "ascii", minifyWhitespace: true, legalComments: "none", target: "esnext" } as const;
  return (await transform(code, { ...options, logLevel: "error" })).code;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 begins with them
const isWide = (code: string): boolean => /[^\x00-\xff]/.test(code);
