import { Button } from "@fluentui/react-components";
import { ClipboardTaskListLtr24Regular } from "@fluentui/react-icons";
import { Screen } from "./screen";
import { strings } from "./strings.zh-CN";

export function FirstRun({ sample }: { readonly sample?: { readonly label: string; readonly open: () => void } }) {
  return (
    <Screen
      icon={<ClipboardTaskListLtr24Regular />}
      title={strings.firstRun.title}
      text={strings.firstRun.text}
      actions={sample && <Button onClick={sample.open}>{sample.label}</Button>}
    />
  );
}
