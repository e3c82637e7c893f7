import sharp from "sharp";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Large enough for a page's width on a sharp screen, small enough for a catalogue of many. */
const WIDEST = 1_200;
const HIGHEST = 900;
/** Of the uploaded picture: a file of 1 MB can claim to be far larger when unpacked. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SECONDS = 5;

export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture as it is stored: decoded and encoded anew, so that nothing of the upload but its pixels is kept, neither
 * metadata nor anything appended. What it is follows from its content, whatever its name says. Throws `invalid` at
 * `picture` for anything but PNG, JPEG and WebP.
 */
export async function encodePicture(upload: Uint8Array): Promise<EncodedPicture> {
  try {
    const read = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
    const { format } = await read.metadata();
    if (format !== "png" && format !== "jpeg" && format !== "webp") throw unusable();
    const { data, info } = await read
      .rotate()
      .resize({ width: WIDEST, height: HIGHEST, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    throw unusable();
  }
}

const unusable = () => invalidField("picture", t("Choose a PNG, JPEG or WebP picture of up to 40 megapixels."));
