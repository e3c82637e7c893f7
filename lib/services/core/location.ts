import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

const everywhere = msg("Global");

/** The location of services without one, as it is stored. */
export const EVERYWHERE = String(everywhere);

/** A stored location as people read it. Others are named by staff. */
export const locationInWords = (location: string): string => (location === EVERYWHERE ? t(everywhere) : location);
