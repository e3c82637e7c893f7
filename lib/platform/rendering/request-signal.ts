import { AsyncLocalStorage } from "node:async_hooks";

const kept = globalThis as { portcullisRequestSignal?: AsyncLocalStorage<AbortSignal> };

/** Kept on the global object, because Next's bundles each have a copy of this module. */
function signals(): AsyncLocalStorage<AbortSignal> {
  kept.portcullisRequestSignal ??= new AsyncLocalStorage();
  return kept.portcullisRequestSignal;
}

/** For routes: rendering started by `work` is cancelled once the caller disconnects. */
export const withRequestSignal = <T>(signal: AbortSignal, work: () => T): T => signals().run(signal, work);

export const requestSignal = (): AbortSignal | undefined => signals().getStore();
