import type { RestAnswer, RestRequest } from "./rest-request";

type Rest = (request: RestRequest) => Promise<RestAnswer>;
type Load = () => Promise<Rest>;

const kept = globalThis as { portcullisRest?: Load | undefined };

/** Kept on the global object, because the server and Next's bundle each have a copy of this module. */
export function offerRest(load: Load | undefined): void {
  kept.portcullisRest = load;
}

/** Loads the API as Next has bundled it; undefined until Next has started. */
export const offeredRest = (): Load | undefined => kept.portcullisRest;
