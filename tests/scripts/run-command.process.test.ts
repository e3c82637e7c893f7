import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { programs } from "@/scripts/process/programs";

const family = [...programs.script, "tests/scripts/fixtures/family.ts"];

// Every descendant inherits our end of the pipe: "close" is emitted once the last has ended.

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s stops a command, its children and theirs", async (signal) => {
  const command = spawn(process.execPath, family, { stdio: ["ignore", "pipe", "inherit"] });
  await once(outputOf(command), "data");
  command.kill(signal);
  const [code] = await once(command, "close");
  expect(code).toBe(0);
});

test("killing the shell that started it stops a command too", async () => {
  const line = [process.execPath, ...family].map((word) => `'${word}'`).join(" ");
  const shell = spawn("sh", ["-c", `${line}; true`], { stdio: ["ignore", "pipe", "inherit"] });
  await once(outputOf(shell), "data");
  shell.kill("SIGKILL");
  // Its output closes once every process that inherited it has ended.
  expect(await once(shell, "close")).toEqual([null, "SIGKILL"]);
});

test("an error ends a command with exit code 1, and its children", async () => {
  const command = spawn(process.execPath, [...family, "fail"], { stdio: ["ignore", "pipe", "pipe"] });
  const errors = command.stderr.setEncoding("utf8").toArray();
  command.stdout.resume();
  const [code] = await once(command, "close");
  expect(code).toBe(1);
  expect((await errors).join("")).toContain("something broke");
});

function outputOf({ stdout }: ChildProcess) {
  if (!stdout) throw new Error("The command has no output to read.");
  return stdout;
}
