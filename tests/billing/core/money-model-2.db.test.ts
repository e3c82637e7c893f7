import { describe } from "vitest";
import { runMoneyModel } from "./run-money-model";

describe("the money of an account", () => runMoneyModel(1_000, 2));
