import { features } from "@/lib/features";
import type { LiveKind } from "@/lib/platform/operations/live-kind";
import { canSome } from "@/lib/policy/evaluate";
import type { Viewer } from "@/lib/policy/viewer";

/** Every kind of record of which pages are told. */
export const allLiveKinds: readonly LiveKind[] = features.flatMap(({ live = [] }) => live);

/** Whether a stream could tell the viewer anything. */
export const mayFollow = (viewer: Viewer): boolean =>
  allLiveKinds.some(({ permission }) => canSome(viewer, permission));
