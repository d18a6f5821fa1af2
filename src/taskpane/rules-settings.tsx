/** 「规则」 in the settings: which rules this workbook does without, and which it takes more or less seriously. */
import { Button, Checkbox, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { SEVERITIES } from "../model/finding";
import type { RuleEntry, RuleSettings } from "../review/rule-settings";
import type { Core } from "./core";
import { Disclosure } from "./disclosure";
import { usePanelStyles } from "./pane-panel";
import type { SettingsPlace } from "./settings-place";
import { strings } from "./strings.zh-CN";

const useStyles = makeStyles({
  // As wide as the pane: what opens and closes has margins of its own.
  root: { margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`, marginBottom: `calc(-1 * ${tokens.spacingVerticalM})` },
  tools: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  reset: { alignSelf: "start" },
  item: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}` },
  // The one that a link led to.
  wanted: { boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  below: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, paddingLeft: "32px" },
});

const text = strings.rules;
const familyName = (id: string): string => text.family[id] ?? id;

export interface RulesSettingsProps {
  /** All that is known of rules is in it. */
  readonly core: Core;
  readonly value: RuleSettings;
  readonly onChange: (value: RuleSettings) => void;
  /** As chosen in the settings: an id or "auto". */
  readonly policy: string;
  readonly place: SettingsPlace;
}

export function RulesSettings({ core, value, onChange, policy, place }: RulesSettingsProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(place.section === "rules");
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState(place.section === "rules" && place.rule === null);
  const [openFamilies, setOpenFamilies] = useState<Readonly<Record<string, boolean>>>(place.section === "rules" && place.rule !== null ? { [core.ruleFamily(place.rule)]: true } : {});
  useEffect(() => {
    if (place.section !== "rules") return;
    const wanted = root.current?.querySelector<HTMLElement>(place.rule === null ? "button" : `[data-rule="${place.rule}"] input`);
    wanted?.scrollIntoView?.({ block: place.rule === null ? "start" : "center" });
    wanted?.focus({ preventScroll: true });
  }, [place]);

  const list = core.ruleList(value, { policy, search, only, familyName });
  const count = (all: number, changed: number) => <span className={panel.quiet}>{text.count(all, changed)}</span>;
  return (
    <div ref={root} className={styles.root}>
      <Disclosure title={text.title} aside={count(list.all, list.changed)} open={open} onToggle={setOpen}>
        <div className={`${panel.panel} ${styles.tools}`}>
          <div className={panel.quiet}>
            {policy === "auto" ? text.baseAuto : text.base}
            {list.unknown > 0 && text.unknown(list.unknown)}
          </div>
          <Input
            size="small"
            type="search"
            placeholder={text.search}
            aria-label={text.search}
            value={search}
            onChange={(_, data) => setSearch(data.value)}
            // Enter is for the search, not for saving.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          <Checkbox label={text.only} checked={only} onChange={(_, { checked }) => setOnly(checked === true)} />
          <Button size="small" className={styles.reset} disabledFocusable={list.changed === 0} onClick={() => onChange(core.withDefaults(value))}>
            {text.reset(list.changed)}
          </Button>
          {list.families.length === 0 && <div>{text.noMatch}</div>}
        </div>
        {list.families.map(({ id, entries, changed }) => (
          <Disclosure
            key={id}
            level={4}
            title={familyName(id)}
            aside={count(entries.length, changed)}
            open={openFamilies[id] ?? (only || search !== "")}
            onToggle={(on) => setOpenFamilies({ ...openFamilies, [id]: on })}
          >
            <ul className={panel.plainList}>
              {entries.map((entry) => (
                <Rule
                  key={entry.id}
                  entry={entry}
                  wanted={place.section === "rules" && place.rule === entry.id}
                  onSwitch={(on) => onChange(core.withRule(value, entry.id, on))}
                  onSeverity={(severity) => onChange(core.withSeverity(value, entry.id, severity))}
                />
              ))}
            </ul>
          </Disclosure>
        ))}
      </Disclosure>
    </div>
  );
}

interface RuleProps {
  readonly entry: RuleEntry;
  readonly wanted: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onSeverity: (severity: RuleEntry["own"]) => void;
}

function Rule({ entry: { id, what, on, locked, own, byDefault, changed, policies }, wanted, onSwitch, onSeverity }: RuleProps) {
  const styles = useStyles();
  const panel = usePanelStyles();
  // Beside the one default, the same once more would be no choice.
  const others = SEVERITIES.filter((severity) => severity === own || byDefault.length > 1 || severity !== byDefault[0]);
  return (
    <li className={mergeClasses(styles.item, wanted && styles.wanted)} data-rule={id}>
      <Checkbox label={what} checked={on} disabled={locked} onChange={(_, { checked }) => onSwitch(checked === true)} />
      <div className={`${panel.quiet} ${styles.below}`}>
        <Select size="small" aria-label={text.severity(what)} disabled={!on} value={own ?? ""} onChange={(_, data) => onSeverity(SEVERITIES.find((severity) => severity === data.value) ?? null)}>
          <option value="">{text.byDefault(byDefault.map((severity) => strings.severity[severity]).join("/"))}</option>
          {others.map((severity) => (
            <option key={severity} value={severity}>
              {strings.severity[severity]}
            </option>
          ))}
        </Select>
        {changed && <span>{text.changed}</span>}
        {policies.map(({ name, severity }) => (
          <div key={name}>{severity ? text.policySeverity(name, strings.severity[severity]) : text.policyOff(name)}</div>
        ))}
      </div>
    </li>
  );
}
