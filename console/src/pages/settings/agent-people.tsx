import { ReferencesField } from "../../form/reference-field.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldGroup } from "../../kit/field-group.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { groupSource } from "../groups/group-source.ts";
import type { AgentGroupProps } from "./agents.tsx";

const DAYS_MAX = 180;

/** Who uses an endpoint, how long, and what they see. */
export function AgentPeople(props: AgentGroupProps) {
	return (
		<>
			<Logins {...props} />
			<Groups {...props} />
		</>
	);
}

function Logins({ values, field }: AgentGroupProps) {
	return (
		<FieldGroup level={3} title="Endpoints and their users">
			<Checkbox
				label="New endpoints wait for approval"
				description="They reach nothing before somebody lets them in."
				{...field("peer_approval_enabled")}
			/>
			<Checkbox
				label="Users log in again"
				description="An endpoint that a user enrolled asks for a login when its time is over."
				{...field("peer_login_expiration_enabled")}
			/>
			{values.peer_login_expiration_enabled ? (
				<NumberField
					label="Time until they must"
					unit="hours"
					min={1}
					max={DAYS_MAX * 24}
					{...field("peer_login_expiration")}
				/>
			) : null}
			<Checkbox
				label="Users log in again after idleness"
				description="When an endpoint was not connected for a while."
				{...field("peer_inactivity_expiration_enabled")}
			/>
			{values.peer_inactivity_expiration_enabled ? (
				<NumberField
					label="Idleness until they must"
					unit="minutes"
					min={0}
					max={DAYS_MAX * 24 * 60}
					{...field("peer_inactivity_expiration")}
				/>
			) : null}
			<Checkbox
				label="Users of the role User see nothing"
				description="Off, they see the endpoints that they may reach."
				{...field("regular_users_view_blocked")}
			/>
			<Checkbox
				label="Endpoints may publish services"
				{...field("peer_expose_enabled")}
			/>
			{values.peer_expose_enabled ? (
				<ReferencesField
					label="Groups whose endpoints may"
					source={groupSource}
					{...field("peer_expose_groups")}
				/>
			) : null}
		</FieldGroup>
	);
}

function Groups({ values, field }: AgentGroupProps) {
	return (
		<FieldGroup level={3} title="Groups">
			<Checkbox
				label="Groups of a user reach the user's endpoints"
				description="Whoever joins a group has its policies on every endpoint at once."
				{...field("groups_propagation_enabled")}
			/>
			<Checkbox
				label="Groups come from the identity provider"
				description="A login by token sets them anew."
				{...field("jwt_groups_enabled")}
			/>
			{values.jwt_groups_enabled ? (
				<>
					<TextField
						label="Claim that names them"
						mono
						placeholder="groups"
						{...field("jwt_groups_claim_name")}
					/>
					<TagField
						label="Groups that may log in"
						optional
						description="None: everybody may."
						{...field("jwt_allow_groups")}
					/>
				</>
			) : null}
		</FieldGroup>
	);
}
