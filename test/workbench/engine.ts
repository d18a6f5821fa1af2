import { engineServer } from "../../src/workbench/engine-serve";
import { inProcess } from "../../src/workbench/line";
import type { OpenEngine } from "../../src/workbench/recalculator";

/** The real engine, in the test's own process. */
export const openEngine: OpenEngine = async () => inProcess(engineServer());
