/** Marks that change the text direction, even beyond the text they are in, and zero-width spaces. */
const UNSEEN = /[\u200b\u2060\u202a-\u202e\u2066-\u2069]/g;
/** Something visible; not just spaces, joiners, and blank fillers. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/**
 * A name, subject or reason in its stored form: on one line, accents composed, and without
 * characters that would alter a sentence quoting it. Empty if nothing of it is visible.
 */
export function oneLine(text: string): string {
  const line = text
    .normalize("NFC")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(UNSEEN, "")
    .trim();
  return VISIBLE.test(line) ? line : "";
}
