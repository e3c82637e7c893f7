/** Marks that turn the direction of what follows, also beyond the text they stand in, and blanks without a width. */
const UNSEEN = /[\u200b\u2060\u202a-\u202e\u2066-\u2069]/g;
/** Something that somebody could see; not only blanks, joiners, and the fillers that are drawn as nothing. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/**
 * A name, a subject or a reason as it is kept: on one line whatever was pasted, accents joined to their letters, and
 * without what would change the sentence that quotes it. Empty where nothing of it could be seen.
 */
export function oneLine(text: string): string {
  const line = text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(UNSEEN, "")
    .trim();
  return VISIBLE.test(line) ? line : "";
}
