import path from "node:path";
import { type IconName, iconNames } from "@/components/ui/icon-names";
import { checkout } from "../postgres/places";

export const spriteFile = path.join(checkout, "components/ui/icons.svg");

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** One symbol per icon. Colour and stroke are left to the page's stylesheet. */
export async function drawSprite(): Promise<string> {
  const symbols = await Promise.all(iconNames.map(drawSymbol));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join("\n")}\n</svg>\n`;
}

async function drawSymbol(name: IconName): Promise<string> {
  const { __iconData } = (await import(`lucide-react/dist/esm/icons/${name}.mjs`)) as {
    __iconData: { readonly size: number; readonly node: readonly Shape[] };
  };
  const { size, node } = __iconData;
  return `<symbol id="${name}" viewBox="0 0 ${size} ${size}">${node.map(drawShape).join("")}</symbol>`;
}

/** The key is React's, not the drawing's. */
function drawShape([tag, { key: _key, ...attributes }]: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join("")}/>`;
}
