import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Switch } from "../../kit/switch.tsx";

/**
 * Whether keys and tokens of a person work (promise O2): off until an administrator turns it on. It takes effect at once,
 * and goes back when the server says no. Service users are made for the API, so theirs always work.
 */
export function ApiAccessSwitch({
	user,
}: {
	user: Pick<User, "id" | "account_id" | "name" | "kind" | "api_access">;
}) {
	const { may } = useReeve();
	const [wanted, setWanted] = useState<boolean>();
	const write = useWrite({
		call: ({ clientOf }, enabled: boolean) =>
			clientOf(user.account_id).users.setApiAccess({ id: user.id, enabled }),
		changes: ["users", "keys"],
		done: (_, enabled) =>
			enabled
				? `Keys of ${user.name} work now`
				: `Keys of ${user.name} are refused now`,
	});
	if (user.kind === "service") return null;
	const isOn = wanted ?? user.api_access;
	const change = (enabled: boolean) => {
		setWanted(enabled);
		write.mutate(enabled, { onSettled: () => setWanted(undefined) });
	};
	return (
		<Switch
			label="API access"
			description={
				isOn
					? "Keys and tokens of this person work. Turning it off refuses all of them; signing in here stays possible."
					: "Every key and token of this person is refused. Signing in here works all the same."
			}
			value={isOn}
			onChange={change}
			pending={wanted !== undefined}
			disabled={!may("users.set_api_access")}
		/>
	);
}
