type Uploads = (request: Request) => Promise<Response>;
type Load = () => Promise<Uploads>;

const kept = globalThis as { portcullisUploads?: Load | undefined };

/** Kept on the global object, as the API is: the server and Next's bundle each have a copy of this module. */
export function offerUploads(load: Load | undefined): void {
  kept.portcullisUploads = load;
}

/** Loads what answers uploads, as Next has bundled it; undefined until Next has started. */
export const offeredUploads = (): Load | undefined => kept.portcullisUploads;
