import path from "node:path";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { safeName } from "./safe-name";

/** Windows keeps these for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;

/** Of one folder of a path: paths of many folders must stay short enough for Windows. */
const LONGEST_FOLDER = 60;

/** The names of one folder of an archive: each can be written on every system, and no two are the same on any. */
export class ArchiveNames {
  readonly #taken = new Set<string>();

  folder(name: string): string {
    return this.#free(safePart(name, LONGEST_FOLDER), "");
  }

  file(name: string): string {
    const { name: stem, ext } = path.parse(safePart(name));
    return this.#free(stem, ext);
  }

  #free(stem: string, ending: string): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? stem + ending : `${stem} (${count})${ending}`;
      const same = folded(name);
      if (this.#taken.has(same)) continue;
      this.#taken.add(same);
      return name;
    }
  }
}

/** One part of a path. A slash in a name doesn't begin a folder. */
function safePart(name: string, longest = 120): string {
  const safe = safeName(name.replace(/[/\\]+/g, "-"));
  const short = safe.length > longest ? safeName(cutText(safe, longest)) : safe;
  return RESERVED.test(short) ? `_${short}` : short;
}

/** What some system takes for the same name is the same here: case, composed letters, and ß for ss. */
const folded = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase();
