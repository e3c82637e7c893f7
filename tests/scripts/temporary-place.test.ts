import { existsSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryPlace } from "@/scripts/postgres/places";

const places: string[] = [];
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true });
});

function parentOf(...wanted: [prefersMemory: boolean, room?: number]): string {
  const place = temporaryPlace(undefined, ...wanted);
  places.push(place);
  expect(statSync(place).mode & 0o777).toBe(0o700);
  return path.dirname(place);
}

test.runIf(existsSync("/dev/shm"))("a temporary cluster that prefers memory is there if it has room", () => {
  expect(parentOf(true, 0)).toBe("/dev/shm");
});

test("a temporary cluster is on disk if memory has no room, or isn't preferred", () => {
  expect(parentOf(true, Number.MAX_SAFE_INTEGER)).toBe(tmpdir());
  expect(parentOf(false)).toBe(tmpdir());
});
