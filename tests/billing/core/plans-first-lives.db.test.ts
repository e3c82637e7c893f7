import { describe } from "vitest";
import { planLives } from "./plan-lives";

describe("a customer's services", () => planLives(150, 1));
