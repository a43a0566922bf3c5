import Fastify from "fastify";
import pg from "pg";

/** What the gated server is held against: the same framework and SQL, no gate and no row-level security. */
interface Plan {
	connection: pg.ClientConfig;
	list: Statement;
	one: Statement;
}

interface Statement {
	text: string;
	values: unknown[];
}

const LANES = 4;

process.once("message", async (plan: Plan) => {
	const lanes = Array.from(
		{ length: LANES },
		() =>
			new pg.Client({ ...plan.connection, pipeline: true } as pg.ClientConfig),
	);
	await Promise.all(lanes.map((lane) => lane.connect()));
	let turn = 0;
	const query = (name: string, { text, values }: Statement) =>
		(lanes[turn++ % LANES] as pg.Client).query({ name, text, values });
	const app = Fastify({ logger: false });
	app.get("/list", async (_request, reply) => {
		const { rows } = await query("list", plan.list);
		const more = rows.length > 200;
		if (more) rows.pop();
		reply.type("application/json");
		return reply.send(
			JSON.stringify({
				data: rows,
				next: more ? "next" : null,
				has_more: more,
			}),
		);
	});
	app.get("/one", async (_request, reply) => {
		const { rows } = await query("one", plan.one);
		reply.type("application/json");
		return reply.send(JSON.stringify(rows[0]));
	});
	process.send?.(await app.listen({ host: "127.0.0.1", port: 0 }));
});
