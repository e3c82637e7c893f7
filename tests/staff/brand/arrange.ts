import sharp from "sharp";

/** A brand in which nothing is left to the defaults. */
export const sampleBrand = {
  name: "Northstar Hosting",
  accent: "#7a1fa2",
  accentDark: "#d9a5f0",
  mailSender: "Northstar Billing",
  mailFooter: "Northstar Hosting Ltd\n1 Main Street, Dublin",
};

interface Picture {
  readonly width?: number;
  readonly height?: number;
  /** Of its middle; around it is transparent, or `ground`. */
  readonly colour?: string;
  readonly ground?: string;
}

/** A picture with a shape in its middle, as a form or the API sends it. */
export async function logo(picture: Picture = {}, format: "png" | "jpeg" | "webp" | "gif" = "png"): Promise<string> {
  const { width = 300, height = 80, colour = "#7a1fa2", ground = "#00000000" } = picture;
  const shape = { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 4 as const };
  const input = await sharp({ create: { ...shape, background: colour } })
    .png()
    .toBuffer();
  const whole = sharp({ create: { width, height, channels: 4, background: ground } }).composite([{ input }]);
  return (await whole.toFormat(format).toBuffer()).toString("base64");
}
