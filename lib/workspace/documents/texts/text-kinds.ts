/** Of a file's name: contents decide whether it is one. Whatever else it may be, it is read and shown as text. */
const TEXT_NAME = /\.(?:txt|text|md|markdown|csv|tsv|log)$/i;

/** How much of a text is kept: to search, and to show. */
export const MOST_CHARACTERS = 200_000;
/** How much of a file is read for it. */
export const MOST_TEXT_BYTES = 1024 * 1024;
/** Of a PDF. */
export const MOST_TEXT_PAGES = 500;

/** What is written in a file, or the beginning of it. */
export interface ReadText {
  readonly text: string;
  readonly truncated: boolean;
}

export const isTextName = (name: string): boolean => TEXT_NAME.test(name);

/** Whether what is written in a file can be had: of a PDF, or of a text by its name. */
export const hasText = ({ name, contentType }: { name: string; contentType: string | null }): boolean =>
  contentType === "application/pdf" || (contentType === "application/octet-stream" && isTextName(name));
