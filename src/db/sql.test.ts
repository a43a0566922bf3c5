import { describe, expect, test } from "vitest";
import { join, raw, sql, statementName } from "./sql.ts";

const read = ({
	text,
	values,
}: {
	text: string;
	values: readonly unknown[];
}) => ({ text, values });

describe("statements", () => {
	test("bind every value and splice every fragment", () => {
		const filter = sql`name = ${"x"}`;
		expect(
			read(
				sql`select ${raw("id")} from t where account_id = ${"1"} and ${filter} limit ${2}`,
			),
		).toEqual({
			text: "select id from t where account_id = $1 and name = $2 limit $3",
			values: ["1", "x", 2],
		});
		expect(read(sql`${join([filter, sql`a = ${1}`], " or ")}`)).toEqual({
			text: "name = $1 or a = $2",
			values: ["x", 1],
		});
		expect(read(join([], ", "))).toEqual({ text: "", values: [] });
	});

	test("of one place in the source differ when their trusted text does", () => {
		const from = (table: string, id: number) =>
			sql`select * from ${raw(table)} where id = ${id}`;
		expect(read(from("a", 1))).toEqual({
			text: "select * from a where id = $1",
			values: [1],
		});
		expect(read(from("a", 2))).toEqual({
			text: "select * from a where id = $1",
			values: [2],
		});
		expect(read(from("b", 3))).toEqual({
			text: "select * from b where id = $1",
			values: [3],
		});
		expect(read(from("a", 4))).toEqual({
			text: "select * from a where id = $1",
			values: [4],
		});
	});

	test("never take text from a value, whatever it holds", () => {
		const hostile = "'; drop table groups; --";
		expect(sql`select ${hostile}`.text).toBe("select $1");
		expect(sql`select ${{ text: hostile, values: [] }}`.text).toBe("select $1");
	});

	test("keep one name for one text", () => {
		expect(statementName("select 1")).toBe(statementName("select 1"));
		expect(statementName("select 1")).not.toBe(statementName("select 2"));
	});
});
