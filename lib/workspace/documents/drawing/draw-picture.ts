import sharp from "sharp";
import type { DrawnPages } from "./drawn-pages";

/** A picture of 50 megapixels takes 200 MB while it is read. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 20;
const SIDE = 1_600;

/** A picture as one page: upright, no larger than a screen, and without what cameras note in a file. */
export async function drawPicture(contents: Uint8Array): Promise<DrawnPages> {
  const { data: picture, info } = await sharp(contents, { limitInputPixels: MOST_PIXELS, failOn: "error" })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { pages: 1, drawn: [{ number: 1, width: info.width, height: info.height, picture }] };
}
