import { conflict, notFound } from "../../kernel/errors.ts";
import type { RoleName } from "../../kernel/roles.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { ownersOf } from "./customer-names.ts";
import { endpoint } from "./endpoint.ts";
import { readAll } from "./grid.ts";
import { choice, mandatory, text } from "./parameter.ts";
import { ParameterFault } from "./parameter-fault.ts";
import {
	arrayOf,
	bool,
	digits,
	int,
	result,
	resultSchema,
	shapeOf,
	str,
} from "./schemas.ts";

const tag = "Users";
const ADDED = "User has been successfully added.";
const DELETED = "User has been successfully deleted.";

/** A user as the core shows it. */
interface User {
	id: string;
	account_id: string;
	kind: "human" | "service";
	email: string;
	name: string;
	role: RoleName;
	blocked: boolean;
	api_access: boolean;
	timezone: string;
}

/** Roles in the vendor's words. Those it does not know have a title of their own and cannot be given here. */
const privileges: Readonly<Record<RoleName, string>> = {
	owner: "Administrators",
	admin: "Administrators",
	network_admin: "Network administrator",
	operator: "Operator",
	auditor: "Auditor",
	billing_admin: "Billing administrator",
	user: "User",
};

function toWireUser(user: User) {
	return {
		userId: user.id,
		userName: user.name,
		privilege: privileges[user.role],
		role: user.role,
		emailId: user.email,
		tZone: user.timezone,
		authentication: "local",
		landLine: "",
		mobileNo: "",
		isServiceUser: user.kind === "service",
		restApiAccess: user.api_access,
		enabled: !user.blocked,
	};
}

const example = {
	userId: "1000061",
	userName: "Tina Technician",
	privilege: "Operator",
	role: "operator",
	emailId: "tina@example.com",
	tZone: "Europe/Berlin",
	authentication: "local",
	landLine: "",
	mobileNo: "",
	isServiceUser: false,
	restApiAccess: false,
	enabled: true,
	customerID: 1000001,
	customerName: "Provider",
};

const unused = text("Taken, and not kept");

export const userRoutes: readonly WireRoute[] = [
	...endpoint({
		paths: ["admin/listUsers"],
		access: "read",
		operation: "users.list",
		scope: "all_customers",
		summary: "List users",
		tag,
		parameters: {},
		answer: {
			description: "The users",
			schema: arrayOf(
				shapeOf({
					userId: digits,
					userName: str,
					privilege: str,
					role: str,
					emailId: str,
					tZone: str,
					authentication: str,
					landLine: str,
					mobileNo: str,
					isServiceUser: bool,
					restApiAccess: bool,
					enabled: bool,
					"customerID?": int,
					"customerName?": str,
				}),
			),
			example: [example],
		},
		absent: () => [],
		async handle(call) {
			const users = await readAll<User>(call, "users.list", {});
			const ownerOf = await ownersOf(call, users);
			return users.map((user) => ({ ...toWireUser(user), ...ownerOf(user) }));
		},
	}),
	...endpoint({
		paths: ["admin/addUser"],
		access: "write",
		operation: "users.create",
		scope: "own_account",
		summary: "Add a user; API access is off until it is turned on",
		tag,
		parameters: {
			userName: mandatory(text("The name")),
			password: mandatory(
				text("8 to 72 characters", { lengthMax: 72, opaque: true }),
			),
			privilege: mandatory(
				choice("What the user may do", {
					Administrators: "admin",
					Administrator: "admin",
					Operator: "operator",
					Operators: "operator",
				}),
			),
			emailId: text(
				"The e-mail address; needed where the userName is not one",
				{ lengthMax: 254 },
			),
			tZone: text("IANA name of the time zone", { lengthMax: 64 }),
			authentication: choice("How the user signs in", { local: "local" }),
			allDevices: choice("Users see every device", { true: true }),
			ncmallDevices: unused,
			ncmdevicegroups: unused,
			fwaresources: unused,
			landLine: unused,
			mobileNo: unused,
			sipenabled: unused,
			raMode: unused,
		},
		example: {
			userName: "tina",
			password: "An-example-1",
			privilege: "Operator",
			emailId: "tina@example.com",
		},
		answer: {
			description: "Done",
			schema: resultSchema,
			example: result(ADDED),
		},
		async handle(call, { userName, password, privilege, emailId, tZone }) {
			const email = emailId ?? (userName.includes("@") ? userName : undefined);
			if (email === undefined)
				throw new ParameterFault("LESS_THAN_MIN_OCCURANCE", "emailId");
			await call.run("users.create", {
				name: userName,
				email,
				password,
				role: privilege,
				...(tZone === undefined ? {} : { timezone: tZone }),
			});
			return result(ADDED);
		},
	}),
	...endpoint({
		paths: ["admin/deleteUser"],
		access: "write",
		operation: "users.delete",
		scope: "own_account",
		summary: "Delete a user",
		tag,
		parameters: {
			userName: mandatory(text("The name, or the e-mail address")),
		},
		example: { userName: "tina" },
		answer: {
			description: "Done",
			schema: resultSchema,
			example: result(DELETED),
		},
		async handle(call, { userName }) {
			await call.run("users.delete", { id: await userNamed(call, userName) });
			return result(DELETED);
		},
	}),
];

/** An e-mail address is one person's; a name may be several people's, and then names none of them. */
async function userNamed(call: WireCall, named: string): Promise<string> {
	const { data } = await call.run("users.list", { email: named, limit: 1 });
	if (data.length > 0) return data[0].id;
	const like = await readAll<User>(call, "users.list", {
		search: named.slice(0, 200),
	});
	const users = like.filter(({ name }) => name === named);
	const [user] = users;
	if (!user) throw notFound("user", named);
	if (users.length > 1)
		throw conflict(
			"user_ambiguous",
			"Several users have this name; give the e-mail address.",
		);
	return user.id;
}
