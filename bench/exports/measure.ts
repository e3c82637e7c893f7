import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";

export interface Browser {
  readonly cookie: string;
  readonly paths: readonly string[];
}

export interface Figures {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** People who open page after page, a tenth of a second apart, until `work` is done. */
export async function meanwhile(url: string, people: readonly Browser[], work: () => Promise<void>): Promise<Figures> {
  const times: number[] = [];
  let done = false;
  const browsing = people.map(async ({ cookie, paths }) => {
    for (let index = 0; !done; index++) {
      const begun = performance.now();
      const page = await fetch(`${url}${paths[index % paths.length]}`, { headers: { cookie } });
      await page.arrayBuffer();
      if (page.status !== 200) throw new Error(`${page.url} answered ${page.status}.`);
      times.push(performance.now() - begun);
      await wait(100);
    }
  });
  await work().finally(() => {
    done = true;
  });
  await Promise.all(browsing);
  return figuresOf(times);
}

/** Requests all of them in parallel; returns the number of responses per status. */
export async function askAll(url: string, asked: readonly { path: string; cookie: string }[]) {
  const statuses = new Map<number, number>();
  await Promise.all(
    asked.map(async ({ path, cookie }) => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { cookie } });
      await answer.arrayBuffer();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }),
  );
  return statuses;
}

function figuresOf(times: number[]): Figures {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
