/** A text for paper, as plain data for the thread that draws it: its words are already in the language of its reader. */
export interface TextPaper {
  readonly title: string;
  readonly accountName: string;
  /** Printed before the page number. */
  readonly reference: string;
  /** The day of the text itself, so that it is the same file whenever it is drawn. */
  readonly at: string;
  /** Below the title. */
  readonly subtitle: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly PaperPart[];
  /** What proves it, at the end. */
  readonly proof: readonly string[];
}

export interface PaperPart {
  readonly heading: string;
  /** Said about the part, in small print. */
  readonly notes?: readonly string[];
  /** Its text, in Markdown. */
  readonly markdown?: string;
  readonly lines?: readonly string[];
}
