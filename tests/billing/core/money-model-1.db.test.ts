import { describe } from "vitest";
import { runMoneyModel } from "./run-money-model";

describe("an account's ledger", () => runMoneyModel(1_000, 1));
