import { higherRole, type RoleName } from "../../src/kernel/index.ts";

export type GrantableRole = Exclude<RoleName, "owner">;

/** Who reaches what, as the rules say it in the fewest words; nothing here is cached, indexed or walled. */
export class ReachModel {
	readonly members = new Map<number, Set<number>>();
	readonly tenants: {
		state: "open" | "suspended" | "gone";
		grants: Map<number, GrantableRole>;
	}[] = [];

	setMembers(group: number, users: readonly number[]): void {
		this.members.set(group, new Set(users));
	}

	/** The highest role among the grants of the groups a user is in; the number is the status of a refusal. */
	role(user: number, tenant: number): RoleName | 403 | 404 {
		const { state, grants } = this.tenants[tenant] as ReachModel["tenants"][0];
		if (state === "gone") return 404;
		const roles: RoleName[] = [...grants]
			.filter(([group]) => this.members.get(group)?.has(user))
			.map(([, role]) => role);
		if (roles.length === 0) return 404;
		return state === "suspended" ? 403 : roles.reduce(higherRole);
	}
}
