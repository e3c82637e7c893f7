declare module "linebreak" {
  /** Line breaking by Unicode Standard Annex 14. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module "wawoff2/decompress" {
  /** From WOFF2 to TrueType, in WebAssembly. */
  export default function decompress(font: Uint8Array): Promise<Uint8Array>;
}
