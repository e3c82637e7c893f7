import { cellsOf } from "./cells-of";

cellsOf("Activity Log");
