/** A sentence that has translations. */
export type Sentence = string & { readonly sentence: true };

/**
 * Registers a sentence that is translated elsewhere, where it is shown: in a table of labels, or in a schema. It must be
 * written out, so that the tests find it.
 */
export const msg = (sentence: string): Sentence => sentence as Sentence;
