import { Link } from "@tanstack/react-router";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { StatusDot } from "../../kit/status-dot.tsx";
import { roleTitle, roleWords } from "../roles/role-words.ts";

/** What is known about a user. */
export function UserFacts({ user }: { user: User }) {
	const isPerson = user.kind === "human";
	return (
		<Card>
			<KeyValueList
				items={[
					isPerson && {
						label: "E-mail",
						value: user.email,
						copy: user.email,
					},
					{ label: "Role", value: <RoleFact user={user} /> },
					isPerson && {
						label: "Second factor",
						value: <SecondFactor user={user} />,
					},
					isPerson && {
						label: "Last sign-in",
						value: <Time value={user.last_login_at} empty="Never" />,
					},
					isPerson && { label: "Time zone", value: user.timezone },
					{ label: "Number", value: user.id, copy: user.id },
					{ label: "Created", value: <Time value={user.created_at} /> },
				]}
			/>
		</Card>
	);
}

function RoleFact({ user: { role } }: { user: User }) {
	const { accountParam: account } = useReeve();
	return (
		<>
			<Link to="/a/$account/roles" params={{ account }}>
				{roleTitle(role)}
			</Link>{" "}
			· {roleWords[role].sentence}
		</>
	);
}

function SecondFactor({ user: { second_factor } }: { user: User }) {
	return second_factor ? (
		<StatusDot kind="success">Enrolled</StatusDot>
	) : (
		<StatusDot kind="neutral">None</StatusDot>
	);
}
