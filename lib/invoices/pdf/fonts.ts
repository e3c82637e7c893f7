import path from "node:path";
import { Font } from "@react-pdf/renderer";

export const fontFamily = "Inter";

const files = path.join(process.cwd(), "node_modules/@expo-google-fonts/inter");

let registered = false;

/** Makes the fonts known to the renderer; files are read at first use. TrueType: web fonts take seconds to unpack. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  Font.register({
    family: fontFamily,
    fonts: [
      { src: path.join(files, "400Regular/Inter_400Regular.ttf"), fontWeight: 400 },
      { src: path.join(files, "600SemiBold/Inter_600SemiBold.ttf"), fontWeight: 600 },
    ],
  });
  // Product names and addresses are not to be broken where the reader would not break them.
  Font.registerHyphenationCallback((word) => [word]);
}
