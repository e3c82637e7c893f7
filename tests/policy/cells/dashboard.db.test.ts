import { cellsOf } from "./cells-of";

cellsOf("Dashboard");
