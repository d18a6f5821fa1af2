/** 自检: asks this Excel what the tests of the pane cannot know, for whoever maintains it. One line until it is wanted. */
import { Button, Field, Link, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useContext, useId, useRef, useState } from "react";
import type { Fault } from "../model/fault";
import { Bar } from "./bar";
import { toFault } from "./faults";
import { usePanelStyles } from "./pane-panel";
import { type RunSelfTest, type SelfTestFile, SelfTestOffer } from "./self-test";
import { strings } from "./strings.zh-CN";
import { copyFrom, saveAs } from "./take-away";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  answers: {
    boxSizing: "border-box",
    width: "100%",
    resize: "vertical",
    padding: tokens.spacingHorizontalXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
});

/** Nothing where the host has no self-test. */
export function SelfTest() {
  const run = useContext(SelfTestOffer);
  const [open, setOpen] = useState(false);
  if (!run) return null;
  if (open) return <SelfTestPanel run={run} />;
  return (
    <div>
      <Link as="button" onClick={() => setOpen(true)}>
        {strings.selfTest.title}
      </Link>
    </div>
  );
}

type State = { readonly kind: "ready" } | { readonly kind: "running"; readonly done: number } | { readonly kind: "failed"; readonly fault: Fault } | { readonly kind: "done"; readonly file: SelfTestFile };

function SelfTestPanel({ run }: { readonly run: RunSelfTest }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const [state, setState] = useState<State>({ kind: "ready" });
  const text = strings.selfTest;
  const start = async (): Promise<void> => {
    setState({ kind: "running", done: 0 });
    try {
      const file = await run((done) => setState({ kind: "running", done }));
      setState({ kind: "done", file });
    } catch (error) {
      setState({ kind: "failed", fault: toFault(error) });
    }
  };
  return (
    <section className={styles.root} aria-label={text.title}>
      <h2 className={panel.heading}>{text.title}</h2>
      {state.kind !== "done" && <div className={panel.quiet}>{text.intro}</div>}
      {state.kind === "failed" && <Bar intent="error">{state.fault.message}</Bar>}
      {state.kind === "running" && (
        <Field validationMessage={text.running} validationState="none">
          <ProgressBar value={state.done} thickness="large" aria-label={text.running} />
        </Field>
      )}
      {state.kind === "done" && <Result file={state.file} />}
      <div className={panel.actions}>
        <Button size="small" disabledFocusable={state.kind === "running"} onClick={() => void start()}>
          {state.kind === "done" || state.kind === "failed" ? text.again : text.start}
        </Button>
      </div>
    </section>
  );
}

function Result({ file }: { readonly file: SelfTestFile }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [said, setSaid] = useState("");
  const text = strings.selfTest;
  const copy = async (): Promise<void> => {
    if (field.current) setSaid((await copyFrom(field.current)) ? text.copied : text.selected);
  };
  return (
    <>
      <div>
        <label htmlFor={id}>{text.result(file.name)}</label>
        <textarea id={id} ref={field} className={styles.answers} readOnly rows={10} spellCheck={false} value={file.text} />
      </div>
      <div className={panel.actions}>
        <Button size="small" appearance="primary" onClick={() => void copy()}>
          {text.copy}
        </Button>
        <Button size="small" onClick={() => saveAs(file.name, file.text)}>
          {text.save}
        </Button>
        <span role="status" className={panel.quiet}>
          {said}
        </span>
      </div>
    </>
  );
}
