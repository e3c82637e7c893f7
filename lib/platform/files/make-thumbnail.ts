import sharp from "sharp";

/** A picture of 50 megapixels takes 200 MB while it is read: larger ones are shown as files only. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 10;
const WIDTH = 480;
const HEIGHT = 360;

/**
 * A small WebP of a picture, upright, and without what cameras note in a file, such as the place. The type must be
 * known: the library would read SVG as well.
 *
 * @throws Error if it is broken, too large, or takes too long
 */
export function makeThumbnail(picture: Uint8Array): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize(WIDTH, HEIGHT, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer();
}
