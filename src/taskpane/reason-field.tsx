/** 偏差原因分析 typed here is written into its cell: on leaving the field or with Ctrl+Enter, never in the middle of a composition. */
import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { a1 } from "../model/address";
import type { Finding } from "../model/finding";
import type { Field as FormField } from "../model/form";
import { usePanelStyles } from "./pane-panel";
import { reasonProblem } from "./reasons";
import { useSession } from "./session-context";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  foot: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
});

/** As much as an Excel cell holds. */
const CELL_LIMIT = 32_767;

export interface ReasonFieldProps {
  readonly finding: Finding;
  readonly field: FormField;
}

export function ReasonField({ finding, field }: ReasonFieldProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const [text, setText] = useState(() => session.drafts.get(finding.key) ?? "");
  const [writing, setWriting] = useState(false);
  const composing = useRef(false);
  const underWay = useRef(false);
  const problem = text === "" ? null : reasonProblem(text);

  const type = (value: string): void => {
    setText(value);
    if (value === "") session.drafts.delete(finding.key);
    else session.drafts.set(finding.key, value);
  };
  const commit = async (): Promise<void> => {
    if (composing.current || underWay.current || reasonProblem(text)) return;
    underWay.current = true;
    setWriting(true);
    const done = await session.writeReason(finding, text);
    underWay.current = false;
    setWriting(false);
    if (done) session.drafts.delete(finding.key);
  };

  return (
    <div className={styles.root}>
      <Field
        size="small"
        label={<span className={panel.quiet}>{strings.reason.label(a1(field.ref))}</span>}
        {...(problem === "no-reason" ? { validationMessage: strings.reason.problem[problem], validationState: "warning" as const } : {})}
      >
        <Textarea
          size="small"
          resize="vertical"
          rows={2}
          maxLength={CELL_LIMIT}
          placeholder={strings.reason.placeholder}
          value={text}
          readOnly={writing}
          onChange={(_, { value }) => type(value)}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={() => (composing.current = false)}
          onBlur={() => void commit()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || composing.current) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              void commit();
            }
            if (event.key === "Escape") type("");
          }}
        />
      </Field>
      {text !== "" && (
        <div className={styles.foot}>
          <span className={panel.quiet}>{writing ? strings.reason.writing : strings.reason.hint}</span>
          <Button size="small" appearance="primary" disabledFocusable={writing || problem !== null} onClick={() => void commit()}>
            {strings.reason.write}
          </Button>
        </div>
      )}
    </div>
  );
}
