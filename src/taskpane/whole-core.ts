/** The review core as one chunk of code: the one module through which the pane reaches the rules, the layout and the policies. */
export { policyChoices } from "../review/policies";
export { reviewSteps } from "../review/review";
export { ruleFamily, ruleList, withDefaults, withRule, withSeverity } from "../review/rule-settings";
export { ruleText } from "../review/rule-texts";
