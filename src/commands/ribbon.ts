/**
 * The ribbon's functions. Ribbon and pane share one page (shared runtime, see manifest.xml), so a button only passes on what is
 * wanted; whatever is to be seen, the pane shows. Names of the functions stand in the manifest (test/manifest compares).
 */
export interface RibbonActions {
  /** Starts a review; need not wait for its end. */
  run(): void | Promise<void>;
  /** Shows the pane; `showPane` unless the page knows better. */
  open?(): void | Promise<void>;
  toggleMarks(): void | Promise<void>;
  undo(): void | Promise<void>;
  /** Hears of what an action throws: there is nobody behind the ribbon who could. */
  failed?(error: unknown): void;
}

export const RIBBON_FUNCTIONS = { run: "jixiaoRun", open: "jixiaoOpen", toggleMarks: "jixiaoToggleMarks", undo: "jixiaoUndo" } as const;

export function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}

/** To be called once, after `Office.onReady()`: Excel keeps clicks that come before. */
export function registerRibbon(actions: RibbonActions): void {
  const open = async (): Promise<void> => (actions.open ? actions.open() : showPane());
  const failed = actions.failed ?? ((): void => undefined);
  associate(RIBBON_FUNCTIONS.open, open, failed);
  // The pane first: progress, questions and faults appear there.
  associate(RIBBON_FUNCTIONS.run, async () => {
    await open();
    await actions.run();
  }, failed);
  associate(RIBBON_FUNCTIONS.toggleMarks, async () => actions.toggleMarks(), failed);
  associate(RIBBON_FUNCTIONS.undo, async () => {
    await open();
    await actions.undo();
  }, failed);
}

/** Excel greys the button's other commands out until `completed`, so that is said in any case. */
function associate(name: string, action: () => Promise<void>, failed: (error: unknown) => void): void {
  let running = false;
  Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
    // A second click while the first is at work means the same wish.
    if (running) return event.completed();
    running = true;
    try {
      await action();
    } catch (error) {
      failed(error);
    } finally {
      running = false;
      event.completed();
    }
  });
}
