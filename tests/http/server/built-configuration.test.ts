import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PHASE_PRODUCTION_SERVER } from "next/constants.js";
import loadConfig from "next/dist/server/config.js";
import { afterEach, expect, it } from "vitest";
import { takeBuiltConfiguration } from "@/lib/http/server/built-configuration";

const folder = mkdtempSync(path.join(tmpdir(), "portcullis-configuration-"));
afterEach(() => {
  delete process.env.__NEXT_PRIVATE_STANDALONE_CONFIG;
  rmSync(folder, { recursive: true });
});

it("Next serves with the configuration of the build, and reads no other", async () => {
  const file = path.join(folder, "required-server-files.json");
  writeFileSync(file, JSON.stringify({ config: { distDir: ".next", deploymentId: "of-the-build" } }));
  writeFileSync(path.join(folder, "next.config.mjs"), `throw new Error("It was read.");`);
  takeBuiltConfiguration(file);
  expect(await loadConfig(PHASE_PRODUCTION_SERVER, folder)).toEqual({ distDir: ".next", deploymentId: "of-the-build" });
});
