import path from "node:path";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { oneLine } from "@/lib/platform/kernel/one-line";

const LONGEST = 120;
/** Characters that turn the direction of writing, are invisible, or that a file system or a header could take for syntax. */
const UNSAFE = /[\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}"*:<>?|\\/\u{2215}\u{2044}\u{29f8}\u{ff0f}\u{ff3c}]/gu;

/**
 * A file's name as it is shown and downloaded: without a path, without what can't be seen or changes how the rest is
 * read, and short. Never part of an address or of a key in the storage.
 */
export function safeName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const line = oneLine(oneLine(last).replace(UNSAFE, ""))
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .replace(/\s+/g, " ");
  if (line === "") return "file";
  if (line.length <= LONGEST) return line;
  const { name, ext } = path.parse(line);
  const ending = ext.length <= 12 ? ext : "";
  return cutText(name, LONGEST - ending.length).trimEnd() + ending;
}
