import { notFound } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import type { Fields } from "./fields.ts";
import {
	type Group,
	groupExample,
	groupRequestSchema,
	groupSchema,
	toWireGroup,
} from "./group-shape.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { listOf, nothing, text } from "./schemas.ts";
import { allRows, bodyOf, done, isId, ok, pathId, queryText } from "./wire.ts";
import { withoutUnknown } from "./without-unknown.ts";

const tag = "Groups";
const body = {
	schema: groupRequestSchema,
	example: { name: "Web servers", peers: ["1000051"] },
};
const answer = {
	200: { description: "The group", schema: groupSchema, example: groupExample },
};

export const groupRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/groups",
		operation: "groups.list",
		document: {
			summary: "List groups",
			tag,
			query: { name: { description: "Exactly this name", schema: text } },
			answers: {
				200: {
					description: "The groups",
					schema: listOf(groupSchema),
					example: [groupExample],
				},
			},
		},
		async handle(call) {
			const name = queryText(call, "name");
			if (name === undefined) {
				const all = await allRows<Group>(call, "groups.list", {
					members: true,
				});
				return ok(all.map(toWireGroup));
			}
			const { data } = await call.run("groups.list", {
				name,
				members: true,
				limit: 1,
			});
			if (data.length === 0) throw notFound("group", name);
			return ok(data.map(toWireGroup));
		},
	},
	{
		method: "POST",
		path: "/api/groups",
		operation: "groups.create",
		document: { summary: "Create a group", tag, body, answers: answer },
		async handle(call) {
			const members = membersOf(bodyOf(call));
			const group: Group = await withoutUnknown(members, (known) =>
				reworded(
					call.run("groups.create", { name: nameOf(call), ...known }),
					when(
						"group_exists",
						409,
						({ name }) => `group with name ${name} already exists`,
					),
				),
			);
			return ok(toWireGroup(group));
		},
	},
	{
		method: "GET",
		path: "/api/groups/:groupId",
		operation: "groups.get",
		document: { summary: "Read a group", tag, answers: answer },
		async handle(call) {
			const id = pathId(call, "groupId", "group");
			return ok(toWireGroup(await call.run("groups.get", { id })));
		},
	},
	{
		method: "PUT",
		path: "/api/groups/:groupId",
		operation: "groups.update",
		document: { summary: "Replace a group", tag, body, answers: answer },
		handle: replaceGroup,
	},
	{
		method: "DELETE",
		path: "/api/groups/:groupId",
		operation: "groups.delete",
		document: {
			summary: "Delete a group that nothing refers to",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		handle: deleteGroup,
	},
];

function nameOf(call: WireCall): string {
	const name = bodyOf(call).text("name");
	if (name === "") throw new Refusal(422, "group name shouldn't be empty");
	return name;
}

/** Lists left out are empty. Machines named as resources belong into `peers`; ids that no object can have name nothing. */
function membersOf(
	fields: Fields,
): Record<"endpoints" | "resources", string[]> {
	const resources = (fields.objects("resources") ?? [])
		.filter((resource) => resource.text("type") !== "peer")
		.map((resource) => resource.text("id"));
	return {
		endpoints: (fields.texts("peers") ?? []).filter(isId),
		resources: resources.filter(isId),
	};
}

async function replaceGroup(call: WireCall) {
	const members = membersOf(bodyOf(call));
	const name = nameOf(call);
	const id = pathId(call, "groupId", "group");
	const before: Group = await call.run("groups.get", { id });
	const group: Group = await withoutUnknown(members, (known) =>
		reworded(
			call.run("groups.update", {
				id,
				// A built-in group keeps its name, and may be sent with it.
				...(name === before.name ? {} : { name }),
				...known,
			}),
			when("group_all", 422, "updating group all is not allowed"),
		),
	);
	return ok(toWireGroup(group));
}

/** Whatever stands in the way of a deletion is 400 on this wire, an unknown id too. */
async function deleteGroup(call: WireCall) {
	const asked = call.params.groupId ?? "";
	const unknown = `group: ${asked} not found`;
	if (!isId(asked)) throw new Refusal(400, unknown);
	await reworded(
		call.run("groups.delete", { id: asked }),
		when("group_not_found", 400, unknown),
		when("group_all", 400, "deleting group ALL is not allowed"),
		when(
			"group_linked",
			400,
			({ what, name }) => `group has been linked to ${what}: ${name}`,
		),
		when(
			"group_administrators",
			400,
			"deleting a built-in group is not allowed",
		),
	);
	return done;
}
