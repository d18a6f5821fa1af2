/** Chinese stands in one file; and the list's logic, which needs no screen. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const room = join(__dirname, "../../src/taskpane");

test("no Chinese outside strings.zh-CN.ts", () => {
  const breaches = readdirSync(room)
    .filter((file) => /\.tsx?$/.test(file) && file !== "strings.zh-CN.ts")
    .flatMap((file) =>
      readFileSync(join(room, file), "utf8")
        // Comments may name the things they are about.
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/(^|\s)\/\/.*$/gm, "")
        .split("\n")
        // The grades are values of the model.
        .flatMap((line) => (/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(line.replace(/[优良中差]/g, "")) ? [`${file}: ${line.trim()}`] : [])),
    );
  expect(breaches).toEqual([]);
});

test("no file of more than 300 lines", () => {
  expect(readdirSync(room).filter((file) => readFileSync(join(room, file), "utf8").split("\n").length > 301)).toEqual([]);
});
