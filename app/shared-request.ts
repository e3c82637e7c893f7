import { cache } from "react";
import { SharedRequest } from "@/lib/platform/operations/shared-request";

/**
 * The visit of the page that is being drawn, which its layout and the page itself share. Ask for it before awaiting
 * anything: whoever comes late finds it over.
 */
export const sharedRequest = cache(() => new SharedRequest());
