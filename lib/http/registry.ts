import { features } from "@/lib/features";
import { homeFeature } from "@/lib/home/feature";
import { offerPermissions } from "@/lib/platform/operations/offered-permissions";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { isExport } from "@/lib/platform/rendering/define-export";

const all = [...features, homeFeature];

/**
 * Every operation of the portal, and for each file that can be prepared in the background the command that requests it. A
 * test checks that none is missing; others try each as every kind of person.
 */
export const operations: readonly AnyOperation[] = all
  .flatMap((feature) => feature.operations)
  .flatMap((operation) => (isExport(operation) ? [operation, operation.prepare] : [operation]));

for (const feature of all) offerPermissions(feature);
