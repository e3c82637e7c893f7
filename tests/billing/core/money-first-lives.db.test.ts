import { describe } from "vitest";
import { randomLives } from "./random-lives";

describe("the money of an account", () => randomLives(1_000, 1));
