import type { Caller } from "@/lib/platform/operations/caller";

/** On whose behalf something is done, and on which account. */
export interface OnBehalf {
  readonly caller: Caller;
  readonly accountId: string;
}

/** An upload that has begun. */
export interface Begun {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
}

/** What is said about a file besides its name and size: what it is for. */
export type Asked = Readonly<Record<string, string | null | undefined>>;

/** What uploads are for: which operations begin, show, end and remove one. Each asks for its permission. */
export interface UploadPurpose {
  /** Below the account's uploads. */
  readonly path: string;
  start(by: OnBehalf, file: { readonly name: string; readonly size: number }, asked: Asked): Promise<Begun>;
  view(by: OnBehalf, uploadId: string): Promise<Begun>;
  remove(by: OnBehalf, uploadId: string): Promise<void>;
  /** Once all of a file has arrived. */
  finish?(by: OnBehalf, uploadId: string): Promise<void>;
  /** Before anything of a form's body is read: throws unless the caller may upload what it is for. */
  requireForm(by: OnBehalf, asked: Asked): Promise<void>;
  /** The page of the form. */
  pageOf(accountId: string, asked: Asked): string;
}
