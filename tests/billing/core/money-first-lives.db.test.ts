import { describe } from "vitest";
import { randomLives } from "./random-lives";

describe("an account's ledger", () => randomLives(1_000, 1));
