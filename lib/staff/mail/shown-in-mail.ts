import { env } from "@/lib/platform/config/env";
import { hideSecrets } from "./hide-secrets";

/** Whether to hide the tokens in links from staff: always, except in demos. */
export const linksAreHidden = (): boolean => env().PORTAL_MODE === "production";

/** An email's contents as staff may see them, without links that would let them act as the recipient. */
export const shownToStaff = (contents: string): string => (linksAreHidden() ? hideSecrets(contents) : contents);
