import type { LiveKind } from "@/lib/platform/operations/live-kind";
import type { Follower, LiveEvent } from "./follower";
import { mayBeTold, viewerOn } from "./may-be-told";
import { type Changed, keyOf, type Told } from "./read-changed";

/** Which of these changes a person is told of, each once: decided on the records as they are now. */
export function eventsFor(
  follower: Follower,
  changes: readonly Told[],
  { changed, kinds }: { readonly changed: Changed; readonly kinds: ReadonlyMap<string, LiveKind> },
): LiveEvent[] {
  const viewer = viewerOn(follower, changed);
  const events = new Map<string, LiveEvent>();
  for (const told of changes) {
    const record = changed.records.get(keyOf(told));
    const kind = kinds.get(told.kind);
    if (record === undefined || kind === undefined) continue;
    if ("typist" in told && told.typist === follower.personId) continue;
    if (!mayBeTold(viewer, kind, "by" in told ? told.by : kind.permission, record)) continue;
    const event = eventOf(told);
    events.set(JSON.stringify(event), event);
  }
  return [...events.values()];
}

const eventOf = (told: Told): LiveEvent =>
  "typist" in told
    ? { kind: "typing", of: told.kind, id: told.id, by: told.staff ? "staff" : "customer" }
    : { kind: told.kind, id: told.id };
