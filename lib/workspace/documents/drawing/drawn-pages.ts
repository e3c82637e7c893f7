/** The pages of a file as pictures, or of a longer one the first. */
export interface DrawnPages {
  /** How many the file has. */
  readonly pages: number;
  readonly drawn: readonly DrawnPage[];
}

export interface DrawnPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly picture: Uint8Array;
}
