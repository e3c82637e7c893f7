import { setTimeout as wait } from "node:timers/promises";

export interface FloodSeen {
  readonly statuses: Readonly<Record<string, number>>;
  /** Response times in milliseconds: of the flood, and of a signed-in person meanwhile. */
  readonly slowestAnswer: number;
  readonly signedInP99: number;
  readonly signedInSlowest: number;
}

/** Sign-ins with this many addresses per second, each from its own network, while someone reads a page. */
export async function flood(
  url: string,
  read: () => Promise<number>,
  perSecond = 200,
  seconds = 8,
): Promise<FloodSeen> {
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const reading: number[] = [];
  const sent: Promise<void>[] = [];
  await csrfOf(url);
  let over = false;
  const reader = (async () => {
    while (!over) {
      reading.push(await timed(() => read().catch(() => 0)));
      await wait(50);
    }
  })();
  for (let n = 0; n < perSecond * seconds; n += perSecond / 20) {
    for (let one = 0; one < perSecond / 20; one++) sent.push(guess(n + one));
    await wait(50);
  }
  await Promise.all(sent);
  over = true;
  await reader;
  reading.sort((a, b) => a - b);
  return {
    statuses,
    slowestAnswer: Math.max(...times),
    signedInP99: reading[Math.floor(reading.length * 0.99)] ?? 0,
    signedInSlowest: reading.at(-1) ?? 0,
  };

  async function guess(n: number): Promise<void> {
    const began = performance.now();
    const status = await answerTo(url, n).catch((error: Error) => `no answer (${error.name})`);
    times.push(performance.now() - began);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

async function answerTo(url: string, n: number): Promise<string> {
  const { cookie, csrfToken } = await csrfOf(url);
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": `11.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      cookie,
    },
    body: new URLSearchParams({ csrfToken, json: "true", email: `p${n}@flood.example`, password: "guess-guess" }),
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
  });
  await response.arrayBuffer();
  return String(response.status);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

let csrf: Promise<{ cookie: string; csrfToken: string }> | undefined;

/** One agent for the whole flood, as an attacking program would keep. */
function csrfOf(url: string): Promise<{ cookie: string; csrfToken: string }> {
  csrf ??= fetch(`${url}/api/auth/csrf`).then(async (response) => {
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookies = response.headers.getSetCookie().map((one) => one.split(";", 1)[0]);
    return { cookie: cookies.join("; "), csrfToken };
  });
  return csrf;
}
