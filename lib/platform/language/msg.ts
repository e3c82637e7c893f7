declare const sentence: unique symbol;

/** A sentence that has translations. It is no text: it can only be shown by way of `t`. */
export interface Sentence {
  readonly [sentence]: true;
}

/**
 * Registers a sentence that is translated elsewhere, where it is shown: in a table of labels. It must be written out, so
 * that the tests find it.
 */
export const msg = (text: string): Sentence => text as unknown as Sentence;

/** Registers the message of a schema, which `readInput` translates. */
export const issue = (text: string): string => text;
