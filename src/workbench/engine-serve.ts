/** Answers requests with a formula engine: in its worker, and in the page's own thread where workers are not to be had. */
import { failure, type ReplyOf, type RequestOf } from "./line";
import { Calculation } from "./recalculation/calculation";
import type { EngineCalls } from "./recalculation/protocol";
import { UniverEvaluator } from "./recalculation/univer";

/** The answering function of one workbook; its promise never rejects. Requests are dealt with in their order. */
export function engineServer(): (request: RequestOf<EngineCalls>) => Promise<ReplyOf<EngineCalls>> {
  let calculation: Calculation | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const answer = (request: RequestOf<EngineCalls>): null | ReturnType<Calculation["calculate"]> => {
    if (request.name === "open") {
      calculation = new Calculation(new UniverEvaluator(request.args.sheets));
      return null;
    }
    if (!calculation) throw new Error("the engine was not opened");
    return request.name === "fill" ? calculation.fill(request.args) : calculation.calculate(request.args);
  };
  return (request) => {
    const reply = last.then(async (): Promise<ReplyOf<EngineCalls>> => {
      try {
        return { id: request.id, kind: "done", value: await answer(request) };
      } catch (error) {
        return failure<EngineCalls>(request.id, error);
      }
    });
    last = reply;
    return reply;
  };
}
