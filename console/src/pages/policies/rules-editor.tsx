import Plus from "lucide-react/icons/plus";
import type { Form } from "../../form/form-state.ts";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import classes from "./policies.module.css";
import type { PolicyDraft } from "./policy-draft.ts";
import { newRule, ruleFaults } from "./rule-draft.ts";
import { RuleEditor } from "./rule-editor.tsx";

/** The rules of a policy: written, ordered, removed. */
export function RulesEditor({ form }: { form: Form<PolicyDraft> }) {
	const { rules } = form.values;
	const areFaultsShown = form.errors.rules !== undefined;
	const change = (next: PolicyDraft["rules"]) => form.set("rules", next);
	return (
		<Section
			title="Rules"
			description="Read from the top; each says who may reach whom."
			actions={
				<Button
					icon={<Plus aria-hidden="true" />}
					onClick={() => change([...rules, newRule()])}
				>
					Add a rule
				</Button>
			}
		>
			{rules.length === 0 ? <p>Without rules it allows nothing.</p> : null}
			<ol className={classes.rules}>
				{rules.map((rule, index) => (
					<RuleEditor
						key={rule.key}
						rule={rule}
						index={index}
						count={rules.length}
						faults={areFaultsShown ? ruleFaults(rule) : {}}
						onChange={(next) => change(rules.with(index, next))}
						onMove={(by) => change(moved(rules, index, by))}
						onRemove={() => change(rules.toSpliced(index, 1))}
					/>
				))}
			</ol>
		</Section>
	);
}

function moved<T>(list: readonly T[], index: number, by: number): T[] {
	const next = [...list];
	const [one] = next.splice(index, 1);
	if (one !== undefined) next.splice(index + by, 0, one);
	return next;
}
