import { localPath } from "@/lib/platform/kernel/local-path";
import { searchText, searchWords } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";

/** A page the palette can go to. */
export type PalettePage = { title: string; href: string; subtitle?: string };

/** The search URL. */
export type PaletteSource = {
  /** Returns `{ results: [{ kind, title, subtitle, href }] }` for `?q=`; without it only pages are found. */
  endpoint?: string;
  pages: PalettePage[];
};

/** One result; `kind` is its heading. */
export type PaletteEntry = { kind: string; title: string; subtitle?: string; href: string };

/** The pages whose name contains all the typed words, those that start with them first. */
export function matchingPages(pages: PalettePage[], query: string): PaletteEntry[] {
  const words = searchWords(query);
  const matches = pages.filter((page) => {
    const text = searchText(`${page.title} ${page.subtitle ?? ""}`);
    return words.every((word) => text.includes(word));
  });
  const begins = (page: PalettePage) => Number(!searchText(page.title).startsWith(words[0] ?? ""));
  return matches.sort((one, other) => begins(one) - begins(other)).map((page) => ({ kind: t("Pages"), ...page }));
}

/** The search results, grouped by kind; malformed ones and links to other sites are left out. */
export function entriesOf(answer: unknown): PaletteEntry[] {
  const results = (answer as { results?: unknown } | null)?.results;
  if (!Array.isArray(results)) return [];
  return results
    .filter((one) => typeof one?.title === "string" && typeof one.href === "string")
    .flatMap((one) => {
      const href = localPath(one.href);
      return href === null ? [] : [{ ...one, href }];
    })
    .sort((one, other) => String(one.kind).localeCompare(String(other.kind)));
}
