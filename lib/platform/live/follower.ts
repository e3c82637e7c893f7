import type { AccessStamp } from "@/lib/platform/db/access-stamp";
import type { Viewer } from "@/lib/policy/viewer";
import type { AccessChange } from "./signal";

/** Who reads a stream. */
export interface Follower {
  readonly personId: string;
  /** Null for staff who follow all accounts. */
  readonly accountId: string | null;
  readonly isStaff: boolean;
  readonly viewer: Viewer;
  readonly stamp: AccessStamp;
}

/** Whether a change is later than what the follower's access was read from. News of earlier ones can arrive late. */
export const isNews = ({ stamp }: Follower, { access, version }: AccessChange): boolean =>
  stamp.versions.some((seen) => seen.id === access && (version == null || BigInt(version) > BigInt(seen.version)));

/** What a page is told: kinds and ids. It fetches the content itself. */
export type LiveEvent =
  | { readonly kind: string; readonly id: string }
  | { readonly kind: "notification" }
  | { readonly kind: "typing"; readonly of: string; readonly id: string; readonly by: "customer" | "staff" };

/** The connection to one tab. */
export interface Sink {
  send(event: LiveEvent): void;
  beat(): void;
  end(): void;
}
