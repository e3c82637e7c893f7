import { env } from "@/lib/platform/config/env";
import { hideSecrets } from "./hide-secrets";

/** Whether the tokens in a mail's links are left out for staff: everywhere but where nothing real hangs on them. */
export const linksAreHidden = (): boolean => env().PORTAL_MODE === "production";

/** A mail's contents as staff may see them: what a customer was told, not the means to do it in their place. */
export const shownToStaff = (contents: string): string => (linksAreHidden() ? hideSecrets(contents) : contents);
