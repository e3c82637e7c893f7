import { cellsOf } from "./cells-of";

cellsOf("Reports");
