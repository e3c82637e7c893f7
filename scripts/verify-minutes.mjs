// Checks signed minutes without the portal: node scripts/verify-minutes.mjs FILE, where FILE is the signed record (JSON) that
// the page of the minutes offers. It needs nothing but Node. How the hashes are made: docs/decisions/0093.
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";

function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
}

const sha256 = (value) => createHash("sha256").update(canonical(value), "utf8").digest("hex");

/** What does not fit, one sentence each; nothing if the minutes are as they were signed. */
export function faultsOf({ hash, record, items }) {
  const faults = [];
  if (sha256(record) !== hash) faults.push("The record does not have the hash that was signed.");
  if (record.items.length !== items.length) faults.push("Items are missing or were added.");
  items.forEach(({ sha256: stated, signed }, index) => {
    if (stated !== record.items[index]) faults.push(`Item ${index + 1} is not the one that was signed.`);
    else if (signed !== null && sha256(signed) !== stated) faults.push(`The text of item ${index + 1} was changed.`);
  });
  return faults;
}

function read(file) {
  try {
    const minutes = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(minutes?.items) && Array.isArray(minutes.record?.items)) return minutes;
  } catch (error) {
    return fail(`${file} can't be read: ${error.message}`);
  }
  return fail(`${file} isn't the signed record of minutes.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}

// Node tells its program's name as it was typed, and where a link leads as this file's address.
if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [, , file] = process.argv;
  const minutes =
    file === undefined ? fail("Name the file of the signed record: node scripts/verify-minutes.mjs FILE") : read(file);
  const faults = faultsOf(minutes);
  const withheld = minutes.items.filter(({ signed }) => signed === null).length;
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    process.exit(1);
  }
  console.log(`These minutes are as ${minutes.record.signedBy} signed them at ${minutes.record.signedAt}.`);
  console.log(`SHA-256 ${minutes.hash}`);
  if (withheld > 0) console.log(`${withheld} confidential items are in it by their hash only.`);
}
