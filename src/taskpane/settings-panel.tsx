import { Button, Checkbox, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { type Settings, settingsSchema } from "../model/settings";
import type { RuleSettings } from "../review/rule-settings";
import { usePanelStyles } from "./pane-panel";
import { RulesSettings } from "./rules-settings";
import { SelfTest } from "./self-test-panel";
import { useSession, useSessionState } from "./session-context";
import type { SettingsPlace } from "./settings-place";
import { strings } from "./strings.zh-CN";
import { isValidThreshold, readThresholds, thresholdTexts, THRESHOLDS } from "./thresholds";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, "& input, & select, & button": { scrollMarginBottom: "56px" } },
  // A select is as wide as its longest option unless told otherwise.
  field: { gridTemplateColumns: "minmax(0, 1fr)", "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" } },
  automatic: { display: "flex", flexDirection: "column" },
  number: { width: "96px" },
  thresholds: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, border: 0, minWidth: 0 },
  // Always at hand: the list of rules above is long. What has the focus is not to lie behind it.
  actions: { position: "sticky", bottom: 0, zIndex: 1, margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground1, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
});

const LIMIT_FORMS: readonly NonNullable<Settings["exceededLimit"]>[] = ["ratio", "linear"];

/** Kept in the workbook. Nothing is stored before 保存. */
export function SettingsPanel({ place, onClose }: { readonly place: SettingsPlace; readonly onClose: () => void }) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const session = useSession();
  const { settings, core, coreFault } = useSessionState();
  useEffect(() => void session.prepare(), [session]);
  const [policy, setPolicy] = useState(settings.policy);
  const [scores, setScores] = useState(settings.scores);
  const [exceededLimit, setExceededLimit] = useState(settings.exceededLimit);
  const [rules, setRules] = useState<RuleSettings>({ rulesOff: settings.rulesOff, severities: settings.severities });
  const [texts, setTexts] = useState(thresholdTexts(settings));
  const [automatic, setAutomatic] = useState({ autoFill: settings.autoFill, autoRecheck: settings.autoRecheck });
  const text = strings.settings;
  // Until the policies are there, the one that is set can be left as it is.
  const policies = core?.policyChoices() ?? [];
  const known = policy === "auto" || policies.some(({ id }) => id === policy);
  const thresholds = readThresholds(texts);

  const save = (): void => {
    const parsed = settingsSchema.safeParse({ ...settings, ...automatic, ...rules, policy, scores, exceededLimit, thresholds: thresholds ?? undefined });
    if (!thresholds || !parsed.success) return;
    void session.saveSettings(parsed.data);
    onClose();
  };

  return (
    <form
      className={`${panel.panel} ${styles.root}`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div>
        <h2 className={panel.heading}>{text.title}</h2>
        <div className={panel.quiet}>{text.perWorkbook}</div>
      </div>
      <Field label={text.policy} className={styles.field} {...(coreFault ? { validationMessage: `${coreFault.message}${text.noPolicies}` } : {})}>
        <Select value={policy} onChange={(_, { value }) => setPolicy(value)}>
          <option value="auto">{text.auto}</option>
          {policies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {!known && <option value={policy}>{core ? text.unknownPolicy(policy) : policy}</option>}
        </Select>
      </Field>
      <Field label={text.scores} className={styles.field}>
        <Select value={scores} onChange={(_, { value }) => setScores(value === "rule" ? "rule" : "keep")}>
          <option value="keep">{text.keep}</option>
          <option value="rule">{text.rule}</option>
        </Select>
      </Field>
      <Field label={text.exceededLimit} className={styles.field}>
        <Select value={exceededLimit ?? ""} onChange={(_, { value }) => setExceededLimit(LIMIT_FORMS.find((form) => form === value))}>
          <option value="">{text.byPolicy}</option>
          {LIMIT_FORMS.map((form) => (
            <option key={form} value={form}>
              {text.limitForm[form]}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.thresholds}>
        <legend className={styles.legend}>{text.thresholds}</legend>
        {THRESHOLDS.map((key) => (
          <Field key={key} label={text[key]} {...(isValidThreshold(key, texts[key]) ? {} : { validationMessage: text.invalid[key] })}>
            <Input className={styles.number} inputMode="decimal" placeholder={text.byPolicy} value={texts[key]} onChange={(_, { value }) => setTexts({ ...texts, [key]: value })} />
          </Field>
        ))}
      </fieldset>
      <div className={styles.automatic}>
        <div className={panel.strong}>{text.automatic}</div>
        <Checkbox label={text.autoFill} checked={automatic.autoFill} onChange={(_, { checked }) => setAutomatic({ ...automatic, autoFill: checked === true })} />
        {session.capabilities.changes && (
          <Checkbox label={text.autoRecheck} checked={automatic.autoRecheck ?? session.capabilities.cheapReads} onChange={(_, { checked }) => setAutomatic({ ...automatic, autoRecheck: checked === true })} />
        )}
      </div>
      {core && <RulesSettings core={core} value={rules} onChange={setRules} policy={policy} place={place} />}
      <div className={mergeClasses(panel.actions, styles.actions)}>
        <Button type="submit" appearance="primary" disabledFocusable={!thresholds}>
          {text.save}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
      <div>
        <Button size="small" onClick={() => void session.setMarks(false)}>
          {text.clearMarks}
        </Button>
      </div>
      <SelfTest />
    </form>
  );
}
