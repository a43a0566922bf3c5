import Type, { type TObject, type TSchema } from "typebox";
import { describe, expect, it } from "vitest";
import {
	type AnyOperation,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { Registry } from "../../kernel/registry.ts";
import { pathMethods } from "./path-methods.ts";
import { type Route, routesOf } from "./route.ts";

const Thing = object({ id: Id, version: Type.Integer() });

function declare(
	id: string,
	method: AnyOperation["method"],
	path: string,
	output: TSchema = Thing,
	input: TObject = object(path.includes("{id}") ? { id: Id } : {}),
): AnyOperation {
	return operation({
		id,
		module: "limits",
		access: method === "GET" ? "read" : "write",
		scope: "account",
		method,
		path,
		summary: "Does something.",
		input,
		output,
		...(method === "GET" ? {} : { audit: { target: "thing" } }),
		example: { input: {}, output: null },
		handler: async () => null,
	});
}

const operations = [
	declare("things.list", "GET", "/things", object({})),
	declare("things.create", "POST", "/things"),
	declare("things.get", "GET", "/things/{id}"),
	declare("things.update", "PATCH", "/things/{id}"),
	declare("things.delete", "DELETE", "/things/{id}", Type.Null()),
	declare("things.refresh", "POST", "/things/{id}/refresh"),
	declare("notes.create", "POST", "/notes"),
	declare("notes.clear", "DELETE", "/notes", Type.Null()),
];
const routes = new Map(
	routesOf(new Registry(operations)).map((route) => [
		route.operation.id,
		route,
	]),
);
const route = (id: string) => routes.get(id) as Route;

describe("a route follows from its operation and its neighbours", () => {
	it.each([
		["things.list", 200],
		["things.create", 201],
		["things.update", 200],
		["things.delete", 204],
		["things.refresh", 200],
		["notes.create", 201],
	])("%s answers %i", (id, status) => {
		expect(route(id).status).toBe(status);
	});

	it("says where a new thing is read only when it can be read", () => {
		expect(route("things.create").located).toBe(true);
		expect(route("notes.create").located).toBe(false);
	});

	it("takes If-Match where the thing that is touched has versions", () => {
		expect(route("things.update").versioned).toBe(true);
		expect(route("things.delete").versioned).toBe(true);
		expect(route("things.refresh").versioned).toBe(true);
		expect(route("things.create").versioned).toBe(false);
		expect(route("notes.clear").versioned).toBe(false);
	});

	it("refuses an operation whose field would be taken for the scope", () => {
		const clashing = declare(
			"things.move",
			"POST",
			"/moves",
			Thing,
			object({ account: Id }),
		);
		expect(() => routesOf(new Registry([clashing]))).toThrow("account");
	});

	it("knows the methods of a path, however it was spelled", () => {
		const methodsOf = pathMethods(operations);
		expect(methodsOf("/api/v1/things/7")).toEqual([
			"DELETE",
			"GET",
			"HEAD",
			"PATCH",
		]);
		expect(methodsOf("/api//v1/things/")).toEqual(["GET", "HEAD", "POST"]);
		expect(methodsOf("/api/v1/things/7/8")).toEqual([]);
		expect(methodsOf("/api/v1")).toEqual([]);
	});
});
