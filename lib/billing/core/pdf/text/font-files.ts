import { readFileSync } from "node:fs";
import path from "node:path";
import type { FontPackage } from "./font-packages";

/** One font file and the code points it covers. */
export interface FontFile {
  readonly file: string;
  readonly name: string;
  covers(codePoint: number): boolean;
}

const modules = path.join(process.cwd(), "node_modules");
const known = new Map<FontPackage, readonly FontFile[]>();

/** The files of a package from its own table. None is opened, since that takes milliseconds each. */
export function fontFiles(font: FontPackage): readonly FontFile[] {
  const found = known.get(font);
  if (found) return found;
  const folder = path.join(modules, font.name);
  const table = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  const short = path.basename(font.name);
  const files = Object.entries(table)
    .filter(([subset]) => font.subsets.test(subset))
    .map(([subset, ranges]) => {
      const part = subset.replace(/[[\]]/g, "");
      const spans = spansOf(ranges);
      return {
        file: path.join(folder, "files", `${short}-${part}-wght-normal.woff2`),
        name: `${short}-${part}`,
        covers: (codePoint: number) => spans.some(([first, last]) => first <= codePoint && codePoint <= last),
      };
    });
  known.set(font, files);
  return files;
}

/** "U+600-6FF,U+200C" */
const spansOf = (ranges: string): (readonly [first: number, last: number])[] =>
  ranges.split(",").map((range) => {
    const [first = "", last = first] = range.trim().replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
