import { Agent, get } from "node:http";

export interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Load {
  readonly requests: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** Asks for one address again and again, with so many requests at once, until the time or the number is reached. */
export async function load(
  { url, headers }: Target,
  atOnce: number,
  milliseconds: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const begun = performance.now();
  let requests = 0;
  let bytes = 0;
  const client = async () => {
    while (performance.now() - begun < milliseconds && requests < most) {
      requests += 1;
      bytes = await ask(url, headers, agent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  agent.destroy();
  return { requests, seconds: (performance.now() - begun) / 1_000, bytes };
}

/** The size of the answer, which has to be a 200. */
export const ask = (url: string, headers: Readonly<Record<string, string>>, agent?: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(url, { headers, ...(agent && { agent }) }, (answer) => {
      let size = 0;
      answer.on("data", (chunk: Buffer) => (size += chunk.length));
      answer.on("error", reject);
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve(size) : reject(new Error(`${url} answered ${answer.statusCode}.`)),
      );
    });
    request.on("error", reject);
  });
