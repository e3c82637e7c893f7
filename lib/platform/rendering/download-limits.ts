import type { DownloadKind } from "./download-slots";

interface Limits {
  /** For a file that somebody waits for: it must be ready in seconds. */
  readonly direct: number;
  /** For a file prepared by the worker. */
  readonly background: number;
}

/** The most lines of a file. */
export const mostLines: Readonly<Record<DownloadKind, Limits>> = {
  document: { direct: 2_000, background: 250_000 },
  table: { direct: 250_000, background: 2_000_000 },
  // Its lines are files, and it is always prepared.
  archive: { direct: 0, background: 5_000 },
};

/** The most lines of a report or statement on a page; a file has them all. */
export const mostLinesOnPage = 100;

const MEGABYTE = 1024 * 1024;

export const mostBytes: Limits = { direct: 64 * MEGABYTE, background: 512 * MEGABYTE };

/** Limits of prepared files, per account, or per person for files of the staff console. */
export const exportQuota = { pending: 5, kept: 30, bytes: 1024 * MEGABYTE, days: 7 } as const;
