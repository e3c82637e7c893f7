import { spawnSync } from "node:child_process";
import { CommandError } from "../process/command-error";

/** The system user PostgreSQL runs as; undefined means the current one. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The environment of PostgreSQL's programs: our own locale and PG* variables would change their behaviour. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: "C" } as unknown as NodeJS.ProcessEnv;

/** PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, created if missing. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const user = lookUp("postgres") ?? createUser() ?? lookUp("nobody");
  if (user) return user;
  throw new CommandError(
    "PostgreSQL can't run as root, and no other user could be created for it. Run this as a regular user, or set DATABASE_URL.",
  );
}

/** Whether that user can reach this folder or program: a parent folder may deny access. */
export function canReach(user: RunAs, file: string): boolean {
  return spawnSync("test", ["-x", file], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

function createUser(): RunAs {
  // sbin may be missing from root's PATH, as after a plain su, although the program exists.
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } as unknown as NodeJS.ProcessEnv;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { env, stdio: "ignore" });
  return lookUp("postgres");
}

function lookUp(name: string): RunAs {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
