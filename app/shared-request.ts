import { cache } from "react";
import { SharedRequest } from "@/lib/platform/operations/shared-request";

/**
 * The request of the page being rendered, shared by its layout and the page. Join it before awaiting anything: a part
 * that joins too late finds it closed.
 */
export const sharedRequest = cache(() => new SharedRequest());
