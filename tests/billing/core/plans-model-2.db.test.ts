import { describe } from "vitest";
import { runPlanModel } from "./run-plan-model";

describe("the services of a customer", () => runPlanModel(150, 2));
