/**
 * Breaks the words of a text that are too long for their column; without it they would run off the page. The renderer's own
 * hyphens are not used: they make it forget what letters its glyphs stand for, so that an invoice's number could not be
 * copied.
 *
 * @param most letters that fit into the column
 */
export const fitWords = (text: string, most: number): string =>
  text.replace(
    new RegExp(`\\S{${most + 1},}`, "gu"),
    (word) => word.match(new RegExp(`.{1,${most}}`, "gu"))?.join("\n") ?? word,
  );
