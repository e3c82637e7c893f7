type Rest = (request: Request) => Promise<Response>;

const kept = globalThis as { portcullisRest?: Rest | undefined };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
export function offerRest(rest: Rest | undefined): void {
  kept.portcullisRest = rest;
}

/** The API as Next has bundled it; undefined until Next has started. */
export const offeredRest = (): Rest | undefined => kept.portcullisRest;
