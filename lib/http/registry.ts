import { features } from "@/lib/features";
import { homeFeature } from "@/lib/home/feature";
import type { AnyOperation } from "@/lib/platform/operations/operation";

/** Every operation of the portal. A test proves that none is missing, and others try each as everybody. */
export const operations: readonly AnyOperation[] = [...features, homeFeature].flatMap((feature) => feature.operations);
