import { Button, Field, ProgressBar } from "@fluentui/react-components";
import { Screen } from "./screen";
import { useSession } from "./session-context";
import type { Stage } from "./session-state";
import { strings } from "./strings.zh-CN";

export interface ProgressScreenProps {
  readonly stage: Stage;
  /** 0…1 */
  readonly done: number;
  readonly offerCancel: boolean;
}

export function ProgressScreen({ stage, done, offerCancel }: ProgressScreenProps) {
  const session = useSession();
  return (
    <Screen title={strings.progress.stage[stage]} actions={offerCancel && <Button onClick={() => session.cancel()}>{strings.progress.cancel}</Button>}>
      <Field validationMessage={`${Math.round(done * 100)}%`} validationState="none">
        <ProgressBar value={done} thickness="large" aria-label={strings.progress.label} />
      </Field>
    </Screen>
  );
}
