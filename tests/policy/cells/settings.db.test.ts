import { cellsOf } from "./cells-of";

cellsOf("Settings");
