import sharp from "sharp";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { unique } from "@/tests/operations/arrange";

/** A small PNG, as a form or the API sends it. */
export async function png(width = 40, height = 30): Promise<string> {
  const blue = { create: { width, height, channels: 3 as const, background: "#3366aa" } };
  return (await sharp(blue).png().toBuffer()).toString("base64");
}

/** A product of its own with a monthly price, an option and one choice. */
export async function newProduct(db: OwnerDatabase) {
  const name = `Sample ${unique()}`;
  const price = { currency: "EUR", interval: "month" as const, priceMinor: 1_000n };
  const choice = { slug: "small", name: "Small", position: 0, isDefault: true };
  return db.product.create({
    data: {
      slug: unique(),
      name,
      description: "",
      family: "Samples",
      prices: { create: price },
      options: { create: { slug: "size", name: "Size", position: 0, choices: { create: choice } } },
    },
    include: { prices: true, options: { include: { choices: true } }, category: true },
  });
}

export const picture = async (db: OwnerDatabase): Promise<string> => {
  const bytes = await sharp(Buffer.from(await png(), "base64"))
    .webp()
    .toBuffer();
  return (await db.picture.create({ data: { bytes: new Uint8Array(bytes), width: 40, height: 30 } })).id;
};
