import type { Subject } from "@/lib/policy/viewer";
import { Prisma } from "./generated/client";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

/** What a decision was based on: enough to check later whether it would still be the same. */
export interface AccessStamp {
  /** Versions of the person, and of the contact and account if an account was requested. */
  readonly versions: readonly { readonly id: string; readonly version: string }[];
  /**
   * When the facts change without a write: the earliest end of the session or token, a term, a role or a permission, or of
   * the time that people have to set up two-factor sign-in.
   */
  readonly until: Date;
}

/** `credentialEndsAt` is the end of the session or token. */
export function stampOf(subject: Subject, versions: AccessStamp["versions"], credentialEndsAt: Date): AccessStamp {
  const { contactEndsAt, twoFactorDue } = subject.gates;
  const ends = [
    contactEndsAt,
    twoFactorDue,
    subject.staffAccess?.endsAt ?? null,
    ...[...subject.roles, ...subject.overrides, ...(subject.recordGrants ?? [])].map((held) => held.endsAt),
  ];
  const ahead = ends.filter((end): end is Date => end !== null && end > subject.now);
  return { versions, until: new Date(Math.min(credentialEndsAt.getTime(), ...ahead.map((end) => end.getTime()))) };
}

/**
 * Whether the facts behind a stamp are unchanged, apart from changes by this transaction. Later changes wait until the
 * transaction ends, so this is checked last.
 */
export async function accessStands(db: ScopedDb, { versions, until }: AccessStamp): Promise<boolean> {
  const ids = versions.map(({ id }) => id);
  const seen = versions.map(({ version }) => BigInt(version));
  const [row] = await queryRows<{ stands: boolean }>(
    db,
    Prisma.sql`select portcullis_access_stands(${ids}::uuid[], ${seen}::bigint[]) as stands`,
  );
  return row?.stands === true && until > new Date();
}
