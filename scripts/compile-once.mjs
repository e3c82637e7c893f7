// Plain JavaScript because `register.mjs` needs it before TypeScript can run.
import { createHash, randomUUID } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOptions } from "./bundle-options.mjs";

/** Beside what a build of the portal keeps for the next one. */
const kept = path.resolve(".next/cache/programs");
const tsconfig = fileURLToPath(new URL("../tsconfig.json", import.meta.url));

/** Whether there is a place for what is compiled. In its image the portal's folder is read-only. */
export function canKeep() {
  try {
    mkdirSync(kept, { recursive: true });
    accessSync(kept, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The file that a TypeScript program was compiled into, once for all starts until one of its sources changes. Finding and compiling some
 * seven hundred sources one by one takes twice as long as everything else a short command does.
 */
export function compileOnce(program) {
  const name = digest(path.relative(process.cwd(), program));
  const record = path.join(kept, `${name}.json`);
  const before = readRecord(record);
  if (before && existsSync(before.compiled) && before.state === stateOf(before.sources)) return before.compiled;

  const began = Date.now();
  const { buildSync } = createRequire(import.meta.url)("esbuild");
  const { metafile, outputFiles } = buildSync({
    ...bundleOptions,
    absWorkingDir: process.cwd(),
    tsconfig,
    entryPoints: [program],
    // One file: nothing is left to be read from a folder that a later start may have replaced.
    splitting: false,
    outfile: path.join(kept, `${name}.mjs`),
    write: false,
  });
  // By its content, so that those who compile it at once keep one.
  const compiled = path.join(kept, `${name}-${digest(outputFiles[0].contents)}.mjs`);
  const sources = [...Object.keys(metafile.inputs), tsconfig, "package-lock.json", "scripts/bundle-options.mjs"];
  // A source written since may have been read before: then the next start compiles anew.
  const found = stateOf(sources);
  const written = sources.some((source) => statSync(source, { throwIfNoEntry: false })?.mtimeMs >= began);
  const state = written ? null : found;
  const last = before?.compiled === compiled ? before.last : before?.compiled;
  replace(compiled, outputFiles[0].contents);
  replace(record, JSON.stringify({ compiled, sources, state, last }));
  // The last one may be in the middle of being started, the one before it isn't.
  if (before?.last && before.last !== compiled && before.last !== last) rmSync(before.last, { force: true });
  return compiled;
}

const digest = (content) => createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Renamed, so that whoever starts meanwhile reads what was there before or this. */
function replace(file, content) {
  const draft = path.join(kept, randomUUID());
  writeFileSync(draft, content);
  renameSync(draft, file);
}

function readRecord(record) {
  try {
    return JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return undefined;
  }
}

/** The same as long as no source is written anew. */
function stateOf(sources) {
  const hash = createHash("sha256").update(`${process.cwd()} ${process.version}`);
  for (const source of sources) {
    const found = statSync(source, { throwIfNoEntry: false });
    hash.update(`\n${source} ${found?.size} ${found?.mtimeMs}`);
  }
  return hash.digest("hex");
}
