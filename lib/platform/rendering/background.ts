import { AsyncLocalStorage } from "node:async_hooks";
import type { BegunFlag } from "./drawing-begun";

/** A file that the worker prepares: it may be larger than one that somebody waits for. */
export interface Background {
  /** Aborted when it is cancelled, or the worker stops. */
  readonly signal: AbortSignal;
  /** Shared with the thread that renders it. */
  readonly drawing: BegunFlag;
  /** Told how many lines it has. */
  counted(lines: number): void;
  /** Told about every chunk of lines read. */
  read(lines: number): void;
  /** Told which records are in it, if its reader may lose single ones: each download asks about them again. */
  contains(ids: readonly string[]): void;
  /** Told the access that it was prepared with. */
  ranWith(accessKey: string): void;
}

const current = new AsyncLocalStorage<Background>();

/** Only the worker prepares files in the background, and it has one copy of this module. */
export const withBackground = <T>(background: Background, work: () => T): T => current.run(background, work);

export const inBackground = (): Background | undefined => current.getStore();
