import { request } from "node:http";

const known = new Map<string, Promise<number>>();

/** Bytes of a script as the portal sends it to a browser, compressed. */
export function compressedSize(path: string): Promise<number> {
  const size = known.get(path) ?? measure(path);
  known.set(path, size);
  return size;
}

/** Counted as it comes from the wire: `fetch` would unpack it first. */
function measure(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, process.env.PORTAL_TEST_URL);
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      if (response.statusCode !== 200 || response.headers["content-encoding"] !== "gzip") {
        reject(
          new Error(`${path}: ${response.statusCode}, ${response.headers["content-encoding"] ?? "not compressed"}`),
        );
      }
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
      response.on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}
