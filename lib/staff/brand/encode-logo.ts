import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { isVisibleOn } from "./is-visible-on";

/** Sharp on a dense screen wherever it is shown, small enough to be part of every mail. */
const WIDEST = 640;
const HIGHEST = 192;
const LOWEST = 24;
/** Of the uploaded picture: a file of 1 MB can claim to be far larger when unpacked. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SECONDS = 5;
const ICON = 96;
/** How much wider than high, or the reverse, it can be and still be recognised in a browser's tab. */
const ICON_RATIO = 1.6;

const light = "#ffffff";
const dark = "#11171b";

export interface EncodedLogo {
  readonly hash: string;
  readonly screen: Uint8Array<ArrayBuffer>;
  readonly paper: Uint8Array<ArrayBuffer>;
  readonly icon: Uint8Array<ArrayBuffer> | null;
  readonly width: number;
  readonly height: number;
  readonly onLight: boolean;
  readonly onDark: boolean;
}

/**
 * A logo as it is stored: decoded and encoded anew, so that nothing of the upload but its pixels is kept. What it is
 * follows from its content, whatever its name says. Throws `invalid` at `logo` for anything but PNG, JPEG and WebP, such
 * as SVG, which can contain scripts.
 */
export async function encodeLogo(upload: Uint8Array): Promise<EncodedLogo> {
  const { data: screen, info } = await decoded(upload);
  const { width, height } = info;
  if (height < LOWEST)
    throw invalidField("logo", t("Choose a logo that is at least {lowest} pixels high.", { lowest: LOWEST }));
  const pixels = await sharp(screen).ensureAlpha().raw().toBuffer();
  const onLight = isVisibleOn(pixels, light);
  const onDark = isVisibleOn(pixels, dark);
  const paper = await sharp(screen)
    .flatten({ background: onLight ? light : dark })
    .png()
    .toBuffer();
  const isCompact = Math.max(width / height, height / width) <= ICON_RATIO;
  return {
    hash: createHash("sha256").update(screen).digest("base64url").slice(0, 22),
    screen: new Uint8Array(screen),
    paper: new Uint8Array(paper),
    icon: isCompact ? new Uint8Array(await iconOf(sharp(screen))) : null,
    ...{ width, height, onLight, onDark },
  };
}

async function decoded(upload: Uint8Array) {
  try {
    const read = sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
    const { format } = await read.metadata();
    if (format !== "png" && format !== "jpeg" && format !== "webp") throw unusable();
    return await read
      .rotate()
      .resize({ width: WIDEST, height: HIGHEST, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .png()
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw unusable();
  }
}

const iconOf = (logo: Sharp): Promise<Buffer<ArrayBufferLike>> =>
  logo.resize({ width: ICON, height: ICON, fit: "contain", background: "#00000000" }).png().toBuffer();

const unusable = () =>
  invalidField(
    "logo",
    t("Choose a PNG, JPEG or WebP picture of up to 40 megapixels. SVG isn't accepted because it can contain scripts."),
  );
