/** What a document needs to look like the company's. */
export interface PaperBrand {
  readonly accent: string;
  /** A PNG on an opaque ground. */
  readonly logo: { readonly png: Uint8Array; readonly width: number; readonly height: number } | null;
}

/** The portal's own colour, for a company that hasn't chosen one. */
export const plainPaper: PaperBrand = { accent: "#17607a", logo: null };
