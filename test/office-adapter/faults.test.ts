import { faultOf, officeCode } from "../../src/host/office/faults";
import { FaultError } from "../../src/model/fault";
import { Cancelled } from "../../src/host/port";

const office = (code: string): unknown => Object.assign(new Error("x"), { code, debugInfo: { errorLocation: "Range.values" } });

test.each([
  ["AccessDenied", "protected", "受保护"],
  ["InvalidOperationInCellEditMode", "editing", "Enter"],
  ["RequestPayloadSizeLimitExceeded", "too-large", "5 MB"],
  ["ResponsePayloadSizeLimitExceeded", "too-large", "5 MB"],
  ["ItemNotFound", "host", "不存在"],
  ["InvalidArgument", "host", "参数"],
  ["InvalidReference", "host", "失效"],
  ["GeneralException", "host", "内部出错"],
  ["ApiNotFound", "host", "升级"],
  ["NotImplemented", "host", "升级"],
  ["RequestAborted", "host", "没有响应"],
  ["ActivityLimitReached", "host", "正忙"],
  ["SomethingNew", "host", "SomethingNew"],
])("%s says what happened, what was done and what to do", (code, fault, words) => {
  const error = faultOf(office(code), "没有写入任何内容");
  expect(error).toBeInstanceOf(FaultError);
  const { fault: found } = error as FaultError;
  expect(found.code).toBe(fault);
  expect(found.message).toContain(words);
  expect(found.message.split("。").filter((sentence) => sentence !== "").length).toBeGreaterThanOrEqual(3);
  expect(found.message).toContain("没有写入任何内容。");
  expect((error as FaultError).cause).toBeDefined();
});

test("a protected sheet is named", () => {
  expect((faultOf(office("AccessDenied"), "x", ["封面", "资金"]) as FaultError).message).toContain("“封面”、“资金”");
});

test("faults, cancellations and our own mistakes stay what they are", () => {
  for (const error of [new FaultError("host", "x"), new Cancelled(), new TypeError("x"), null, "text"]) expect(faultOf(error, "x")).toBe(error);
  expect(officeCode({ code: 5, debugInfo: {} })).toBeNull();
});
