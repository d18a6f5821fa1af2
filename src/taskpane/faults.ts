/** What is thrown at the pane, as a fault it can show. */
import { type Fault, FaultError } from "../model/fault";
import { strings } from "./strings.zh-CN";

export function toFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return { code: "internal", message: strings.fault.internal(error instanceof Error ? error.message : String(error)) };
}

/** The screens that a fault can lead to; everything else is told in the fault's own words. */
export type FaultKind = "protected" | "editing" | "too-large" | "unsupported-format" | "not-found" | "other";

export function faultKind({ code }: Fault): FaultKind {
  switch (code) {
    case "protected":
    case "editing":
    case "too-large":
    case "unsupported-format":
    case "not-found":
      return code;
    default:
      return "other";
  }
}
