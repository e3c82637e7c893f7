import { describe } from "vitest";
import { runPlanModel } from "./run-plan-model";

describe("a customer's services", () => runPlanModel(150, 1));
