import type { Account } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import type { Form } from "../../form/form-state.ts";
import { useForm } from "../../form/use-form.ts";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { useAccount } from "./account-query.ts";
import { AgentBehaviour } from "./agent-behaviour.tsx";
import {
	type AgentFields,
	agentFields,
	agentInput,
	agentPointers,
} from "./agent-fields.ts";
import { AgentNetwork } from "./agent-network.tsx";
import { AgentPeople } from "./agent-people.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** How the agents on endpoints behave. */
export function Agents() {
	return (
		<Section
			title="Agents"
			description="What the programs on your endpoints do. They hear of a change when they next ask."
		>
			<Loaded query={useAccount()}>
				{(account) => (
					<Card>
						<AgentsForm account={account} />
					</Card>
				)}
			</Loaded>
		</Section>
	);
}

/** What the groups of fields take. */
export interface AgentGroupProps {
	values: AgentFields;
	field: Form<AgentFields>["field"];
}

function AgentsForm({ account }: { account: Account }) {
	const { client, may } = useReeve();
	const mayEdit = may("accounts.update");
	const initial = agentFields(account);
	const form = useForm({
		initial,
		version: account.version,
		pointers: agentPointers(initial),
		submit: (values, options) =>
			client.accounts.update(agentInput(values), options),
		changes: ["accounts", "audit", "endpoints"],
		done: "Settings of agents saved",
		onDone: (saved) => form.reset(agentFields(saved)),
	});
	const field: typeof form.field = (name) => ({
		...form.field(name),
		disabled: !mayEdit,
	});
	const group = { values: form.values, field };
	return (
		<SettingsForm form={form} mayEdit={mayEdit}>
			<AgentNetwork {...group} />
			<AgentPeople {...group} />
			<AgentBehaviour {...group} />
		</SettingsForm>
	);
}
