import { writeFileSync } from "node:fs";
import { drawSprite, spriteFile } from "./icons/draw-sprite";

/** `npm run icons`: draws the icons listed in `components/ui/icon-names.ts` into the sprite that pages refer to. */
writeFileSync(spriteFile, drawSprite());
