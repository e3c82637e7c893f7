import type { PageTimes } from "./page-readers";

interface Target {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly met: boolean;
}

/** A target, the measured value, and the verdict. */
export class Targets {
  readonly #all: Target[] = [];

  /** A maximum time, in milliseconds. */
  within(what: string, limit: number, measured: number): void {
    this.#add({ what, aim: `≤ ${duration(limit)}`, measured: duration(measured), met: measured <= limit });
  }

  atLeast(what: string, least: number, measured: number): void {
    this.#add({ what, aim: `≥ ${least}`, measured: measured.toFixed(2), met: measured >= least });
  }

  atMost(what: string, most: number, measured: number, unit = ""): void {
    this.#add({
      what,
      aim: `≤ ${most} ${unit}`.trim(),
      measured: `${measured.toFixed(2)} ${unit}`.trim(),
      met: measured <= most,
    });
  }

  /** Responses may only have these statuses, and must include each of `some`. */
  statuses(what: string, seen: Readonly<Record<string, number>>, allowed: readonly string[], some = allowed): void {
    const measured = Object.entries(seen).map(([status, count]) => `${count} × ${status}`);
    const met =
      Object.keys(seen).every((status) => allowed.includes(status)) && some.every((status) => (seen[status] ?? 0) > 0);
    this.#add({ what, aim: `only ${allowed.join(", ")}`, measured: measured.join(", ") || "none", met });
  }

  /** Prints the table, and returns exit code 1 if a target was missed. */
  print(): 0 | 1 {
    const rows = this.#all.map(({ what, aim, measured, met }) => [what, aim, measured, met ? "met" : "MISSED"]);
    const table = [["measurement", "target", "measured", ""], ...rows];
    const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
    console.log("");
    for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
    return this.#all.every(({ met }) => met) ? 0 : 1;
  }

  #add(target: Target): void {
    this.#all.push(target);
    console.log(`${target.met ? "  " : "! "}${target.what}: ${target.measured}`);
  }
}

export const duration = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1_000).toFixed(2)} s`;

export const tellPages = (when: string, { count, p50, p99, max }: PageTimes): void =>
  console.log(`${when}: ${count} pages, p50 ${duration(p50)}, p99 ${duration(p99)}, slowest ${duration(max)}`);
