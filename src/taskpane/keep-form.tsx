import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { usePanelStyles } from "./pane-panel";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({ root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS } });

export interface KeepFormProps {
  readonly initial: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** The text is mandatory: a finding is never put away in silence. */
export function KeepForm({ initial, onSave, onCancel }: KeepFormProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const [text, setText] = useState(initial);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // It opens at the end of an explanation, often below the edge of the pane.
  useEffect(() => {
    // In braces: what it returns in newer browsers is a promise, and no clean-up.
    form.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const save = (): void => {
    setTried(true);
    if (text.trim() !== "") onSave(text);
  };
  return (
    <form
      ref={form}
      className={styles.root}
      // Our own words say what is missing.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <Field label={strings.keep.label} required {...(tried && text.trim() === "" ? { validationMessage: strings.keep.required } : {})}>
        <Textarea autoFocus resize="vertical" maxLength={2000} value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={panel.actions}>
        <Button type="submit" size="small" appearance="primary">
          {strings.keep.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {strings.keep.cancel}
        </Button>
      </div>
    </form>
  );
}
