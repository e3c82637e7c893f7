import bidiFactory from "bidi-js";

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The level of each letter by the Unicode bidirectional algorithm: odd levels run right to left. */
export function directionsOf(text: string): ArrayLike<number> {
  return rightToLeft.test(text) ? bidi.getEmbeddingLevels(text).levels : [];
}

/** The runs of one line in visual order: from the highest level down, runs at that level or above are reversed. */
export function visualOrder<Run extends { readonly level: number }>(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? 0) >= level) end++;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}
