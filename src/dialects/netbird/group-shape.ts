import { integer, listOf, oneOf, shape, text } from "./schemas.ts";

/** A group as the core shows it. */
export interface Group {
	id: string;
	name: string;
	issued: string;
	endpoints: { id: string; name: string }[];
	resources: { id: string; type: string }[];
}

/** A group as the core shows it inside what refers to it. */
export interface GroupSummary {
	id: string;
	name: string;
	endpoints_count: number;
	resources_count: number;
}

export function toWireGroup(group: Group) {
	return {
		id: group.id,
		name: group.name,
		peers_count: group.endpoints.length,
		resources_count: group.resources.length,
		issued: group.issued,
		peers: group.endpoints.map(({ id, name }) => ({ id, name })),
		resources: group.resources.map(({ id, type }) => ({ id, type })),
	};
}

export function toGroupMinimum(group: GroupSummary) {
	return {
		id: group.id,
		name: group.name,
		peers_count: group.endpoints_count,
		resources_count: group.resources_count,
	};
}

export const groupMinimumSchema = shape({
	id: text,
	name: text,
	peers_count: integer,
	resources_count: integer,
	"issued?": oneOf("api", "integration", "jwt"),
});

export const resourceReferenceSchema = shape({
	id: text,
	type: oneOf("host", "subnet", "domain", "peer"),
});

export const groupSchema = shape({
	id: text,
	name: text,
	peers_count: integer,
	resources_count: integer,
	"issued?": oneOf("api", "integration", "jwt"),
	peers: listOf(shape({ id: text, name: text })),
	resources: listOf(resourceReferenceSchema),
});

export const groupRequestSchema = shape({
	name: text,
	"peers?": listOf(text),
	"resources?": listOf(resourceReferenceSchema),
});

export const groupExample = {
	id: "1000042",
	name: "Web servers",
	peers_count: 1,
	resources_count: 0,
	issued: "api",
	peers: [{ id: "1000051", name: "web-1" }],
	resources: [],
};
