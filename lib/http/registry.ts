import { features } from "@/lib/features";
import { homeFeature } from "@/lib/home/feature";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { provideSet, type SetLoader } from "@/lib/platform/operations/set-loaders";
import type { FetchedSet } from "@/lib/policy/sets-needed";

/** Every operation of the portal. Tests check that none is missing, and run each as every role. */
export const operations: readonly AnyOperation[] = [...features, homeFeature].flatMap((feature) => feature.operations);

for (const { sets = {} } of features) {
  for (const [name, loader] of Object.entries(sets)) provideSet(name as FetchedSet, loader as SetLoader);
}
