import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Switch } from "../../kit/switch.tsx";
import { rightsOn } from "./user-rights.ts";

/** Whether somebody's keys and tokens open the API, and the switch for whoever may turn it. */
export function ApiAccess({ user }: { user: User }) {
	const { id, name, kind, api_access } = user;
	const rights = rightsOn(user, useReeve());
	const write = useWrite({
		call: ({ client }, enabled: boolean) =>
			client.users.setApiAccess({ id, enabled }),
		changes: ["users", "audit"],
		done: (after) =>
			after.api_access
				? `The keys of ${name} open the API`
				: `The keys of ${name} open nothing`,
	});
	if (kind === "service") return "Always: block the service user instead";
	if (!rights.apiAccess) return api_access ? "On" : "Off";
	return (
		<Switch
			label={api_access ? "On" : "Off"}
			description={
				api_access
					? undefined
					: "Keys and tokens of this person are refused; they are kept."
			}
			value={api_access}
			pending={write.isPending}
			onChange={(enabled) => write.mutate(enabled)}
		/>
	);
}
