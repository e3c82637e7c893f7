export interface Download {
  readonly path: string;
  readonly cookie: string;
}

/** Requests all of them in parallel. Returns the number of responses per status, and how long the last took. */
export async function askAll(url: string, downloads: readonly Download[]) {
  const statuses: Record<string, number> = {};
  const begun = performance.now();
  await Promise.all(
    downloads.map(async ({ path, cookie }) => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie }, signal: AbortSignal.timeout(120_000) });
      await answer.arrayBuffer();
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }),
  );
  return { statuses, took: performance.now() - begun };
}
