// Prepares a bare clone. Runs before anything is installed, on any Node that npm may be using: no dependencies, no
// TypeScript. `--chromium` also provides the browser for the tests.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./find-chromium.mjs";
import { hasClient, noteCurrentClient } from "./generated-client.mjs";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const forTests = process.argv.includes("--chromium");

checkNode();
// Side by side, as each of them waits for downloads. Both are awaited, so that neither is left half installed.
const provided = await Promise.allSettled([providePackages(), forTests ? provideChromium() : undefined]);
const problems = provided.filter(({ status }) => status === "rejected").map(({ reason }) => reason.message);
if (problems.length > 0) fail(problems.join("\n"));

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old. Install Node 20.19 or later.`);
}

async function providePackages() {
  if (!isInstalled()) await install();
  if (!hasClient(root)) generateClient();
}

async function provideChromium() {
  if (!findChromium()) await installChromium();
}

/** Compares npm's record of node_modules with the lockfile, so a copied or incomplete folder is noticed. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const present = readPackages("node_modules/.package-lock.json");
  if (!present || !existsSync(path.join(root, "node_modules/.bin/node"))) return false;
  return Object.entries(wanted).every(([name, { version, optional, link }]) => {
    return name === "" || link || (optional && !present[name]) || present[name]?.version === version;
  });
}

function readPackages(file) {
  const found = path.join(root, file);
  return existsSync(found) ? JSON.parse(readFileSync(found, "utf8")).packages : undefined;
}

async function install() {
  console.log("Installing packages from package-lock.json ...");
  const npm = process.env.npm_execpath;
  const [program, ...start] = npm?.endsWith("js") ? [process.execPath, npm] : ["npm"];
  // Without an engine to find, Prisma's install script would fetch one from a host that closed networks refuse.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  const args = [...start, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = await run(program, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  if (error) throw new Error(`Couldn't start npm: ${error.message}.`);
  if (status !== 0) throw new Error("npm couldn't install the packages. See its output above.");
  if (!isInstalled()) {
    throw new Error("npm skipped packages listed in package-lock.json. Remove node_modules and try again.");
  }
}

/** Commands import the database client before they run. One of an older schema is renewed by those that apply it. */
function generateClient() {
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const { status, stderr } = spawnSync(process.execPath, [prisma, "generate"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`Generating the database client failed. ${stderr ?? ""}`.trim());
  noteCurrentClient(root);
}

async function installChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) throw new Error(`CHROMIUM_PATH is ${given}, but Chromium couldn't be started from there.`);
  const byHand = "install Chromium, or set CHROMIUM_PATH to an installed Chrome or Chromium.";
  const apt = ["/usr/bin/apt-get", "/bin/apt-get"].find(existsSync);
  if (!apt || process.getuid?.() !== 0) {
    throw new Error(`The browser tests need Chromium, and none was found: ${byHand}`);
  }
  console.log("Installing Chromium for the browser tests ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-q", "--no-install-recommends"];
  // Not every release has the smaller one.
  for (const args of [
    ["update", "-q"],
    [...install, "chromium-headless-shell"],
    [...install, "chromium"],
  ]) {
    const { status, output } = await run(apt, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    if (status !== 0) console.error(output.trim().split("\n").slice(-5).join("\n"));
    if (findChromium()) return;
  }
  throw new Error(`Couldn't install Chromium with apt-get: ${byHand}`);
}

/** Ends when the program has ended. `output` is what it wrote to its pipes, `error` why it couldn't be started. */
function run(program, args, options) {
  return new Promise((resolve) => {
    let output = "";
    const running = spawn(program, args, options);
    for (const stream of [running.stdout, running.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    running.on("error", (error) => resolve({ status: null, output, error }));
    running.on("close", (status) => resolve({ status, output }));
  });
}

function fail(sentence) {
  console.error(sentence);
  // The last line has the test counts here too, for programs that read it.
  if (forTests) console.log("0 passed, 1 failed");
  process.exit(1);
}
