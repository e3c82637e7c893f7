import { type PaperBrand, plainPaper } from "./paper-brand";

/** Plain data of a document that a separate thread will render. */
export class Rendering {
  constructor(
    readonly document: string,
    readonly data: readonly unknown[],
    readonly brand: PaperBrand = plainPaper,
  ) {}

  in(brand: PaperBrand): Rendering {
    return new Rendering(this.document, this.data, brand);
  }
}
