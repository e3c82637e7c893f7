import path from "node:path";
import { icons } from "@iconify-json/lucide";
import { type IconName, iconNames } from "@/components/ui/icon-names";
import { checkout } from "../postgres/places";

export const spriteFile = path.join(checkout, "components/ui/icons.svg");

/** What the page's stylesheet says of every icon, so that none needs to. */
const said = / (?:fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;

/** One symbol per icon. Colour and stroke are left to the page's stylesheet. */
export function drawSprite(): string {
  const symbols = iconNames.map(drawSymbol);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join("\n")}\n</svg>\n`;
}

function drawSymbol(name: IconName): string {
  const drawing = icons.icons[name] ?? icons.icons[icons.aliases?.[name]?.parent ?? ""];
  if (!drawing) throw new Error(`Lucide has no icon "${name}".`);
  const { width = 24, height = 24 } = icons;
  const shapes = drawing.body.replaceAll(said, "").replace(/^<g>(.*)<\/g>$/, "$1");
  return `<symbol id="${name}" viewBox="0 0 ${width} ${height}">${shapes}</symbol>`;
}
