/** The pane on a screen without pixels. */
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { showNumber } from "../../src/host/number-text";
import type { WorkbookGrid } from "../../src/model/grid";
import type { LoadCore } from "../../src/taskpane/core";
import { ReviewPane, type ReviewPaneProps } from "../../src/taskpane/review-pane";
import * as wholeCore from "../../src/taskpane/whole-core";
import { strings } from "../../src/taskpane/strings.zh-CN";
import { ReviewSession } from "../../src/taskpane/session";
import { MemoryHost, type MemoryHostOptions } from "../support/memory-host";
import { type TestClock, testClock } from "./workbook";

export interface Shown {
  readonly host: MemoryHost;
  readonly clock: TestClock;
  readonly session: ReviewSession;
  readonly again: (changes: Partial<ReviewPaneProps>) => void;
}

/** For the pane it comes when it comes; tests have it at hand. */
const coreAtHand: LoadCore = () => Promise.resolve(wholeCore);

export function show(grid: WorkbookGrid, props: Partial<ReviewPaneProps> = {}, options: MemoryHostOptions = {}): Shown {
  const loadCore = props.loadCore ?? coreAtHand;
  const host = new MemoryHost(grid, options);
  const clock = testClock();
  const session = new ReviewSession(host, showNumber, loadCore, clock);
  const element = (changes: Partial<ReviewPaneProps>) => <ReviewPane host={host} showNumber={showNumber} loadCore={loadCore} theme="light" selected={null} session={session} {...props} {...changes} />;
  const { rerender } = render(element({}));
  return { host, clock, session, again: (changes) => rerender(element(changes)) };
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

export async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name));
  });
}

export async function run(): Promise<void> {
  await click("重算并校验");
  await screen.findByRole("tablist");
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
}

export async function openTab(name: RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("tab", { name }));
  });
}

export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-finding]")];
}

export function row(text: RegExp): HTMLElement {
  const found = rows().find((candidate) => text.test(candidate.textContent ?? ""));
  if (!found) throw new Error(`no finding like ${text}`);
  return found;
}

/** Colours need pixels: the end-to-end run looks at those. */
export async function axeFinds(): Promise<string[]> {
  // What taskpane.html brings.
  document.documentElement.lang = "zh-CN";
  document.title = strings.pane;
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false }, "page-has-heading-one": { enabled: true } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

export { act, cleanup, fireEvent, screen, waitFor };
