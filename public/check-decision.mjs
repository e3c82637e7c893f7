#!/usr/bin/env node
// Checks the result of a decision, without the portal and without a network:
//
//   node check-decision.mjs result.json [HASH]
//
// HASH is the one in the email that announced the result. Without it, a file that was changed and hashed anew looks right.
// Needs nothing but Node.js 18 or later.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, announced] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node check-decision.mjs result.json [HASH]");
  process.exit(2);
}

const faults = [];
const check = (right, fault) => {
  if (!right) faults.push(fault);
};

/** RFC 8785 for whole numbers: sorted keys, no white space. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}
const hashOf = (value) => createHash("sha256").update(canonical(value)).digest("hex");

/** The votes counted again, from the rules and from nothing else. */
function count({ rules, options, votes, people, castingVote }) {
  const abstaining = options.filter((one) => one.abstains).map((one) => one.position);
  const of = (position) => votes.filter((vote) => vote.option === position).length;
  const choices = options.map((one) => one.position).filter((position) => !abstaining.includes(position));
  const abstained = votes.filter((vote) => abstaining.includes(vote.option)).length;
  const most = Math.max(0, ...choices.map(of));
  const leading = most === 0 ? [] : choices.filter((position) => of(position) === most);
  const casting = leading.length > 1 && rules.tie === "chair" && leading.includes(castingVote);
  const counted = { cast: votes.length, decided: votes.length - abstained, invited: people.eligible }[rules.base];
  const base = counted + (casting && rules.base !== "invited" ? 1 : 0);
  const needed = Math.max(
    1,
    {
      majority: Math.floor(base / 2) + 1,
      twoThirds: Math.ceil((base * 2) / 3),
      fourFifths: Math.ceil((base * 4) / 5),
      unanimous: base,
    }[rules.threshold],
  );
  const quorum = {
    none: 0,
    count: rules.quorumValue,
    share: Math.max(1, Math.ceil((people.eligible * rules.quorumValue) / 100)),
  }[rules.quorum];
  if (most === 0 || votes.length < quorum || (leading.length > 1 && !casting)) return null;
  if (most + (casting ? 1 : 0) < needed) return null;
  return casting ? castingVote : leading[0];
}

let result;
try {
  result = JSON.parse(readFileSync(file, "utf8"));
} catch (error) {
  console.error(`${file} can't be read: ${error.message}`);
  process.exit(2);
}
const { sheet, hash, hashes } = result;
if (sheet?.format !== "decision-result/1") {
  console.error(`${file} is not a result that this script knows.`);
  process.exit(2);
}

const computed = hashOf(sheet);
check(computed === hash, "The hash in the file is not that of its contents: something was changed.");
for (const [part, expected] of Object.entries(hashes ?? {})) {
  check(hashOf(sheet[part]) === expected, `Changed: ${part}.`);
}
if (announced) check(computed === announced.trim().toLowerCase(), "This is not the result that was announced.");
const receipts = sheet.votes.map((vote) => vote.receipt);
check(new Set(receipts).size === receipts.length, "A receipt occurs twice.");
const { invited, left, recusedVoters, eligible } = sheet.people;
check(invited - left - recusedVoters === eligible, "The people who could vote don't add up.");
check(sheet.votes.length <= eligible, "There are more votes than people who could vote.");
check(
  sheet.outcome.counts.every(
    ({ position, votes }) => sheet.votes.filter((vote) => vote.option === position).length === votes,
  ),
  "The totals are not those of the votes.",
);
const chosen = count(sheet);
check(chosen === sheet.outcome.chosen, "Counting the votes by the rules gives another result.");

if (faults.length > 0) {
  console.error(`NOT valid:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  process.exit(1);
}
const name = sheet.options.find((one) => one.position === chosen)?.text;
console.log(
  `Valid: decision ${sheet.decision.number}, round ${sheet.round.number}: ${name ? `"${name}" was chosen` : "no option was chosen"}.`,
);
console.log(`SHA-256 ${computed}`);
if (!announced) console.log("Compare this hash with the one in the email that announced the result.");
