import { describe } from "vitest";
import { planLives } from "./plan-lives";

describe("the services of a customer", () => planLives(150, 1));
