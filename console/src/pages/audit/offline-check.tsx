import { useReeve } from "../../app/reeve.tsx";
import { CodeBlock } from "../../kit/code-block.tsx";
import classes from "./audit.module.css";

/** How to check the log where this server has no say. */
export function OfflineCheck() {
	const { account } = useReeve();
	return (
		<section className={classes.stackClose}>
			<h3 className={classes.small}>Check it without this server</h3>
			<p>
				An export checks itself on any machine. Keep one elsewhere now and then:
				held against it, a later one cannot have been rewritten as a whole.
			</p>
			<p>
				Export it on this page as a signed log, or on the server with the first
				command:
			</p>
			<CodeBlock
				label="On the server"
				code={`reeve audit export --account ${account.id} > audit.jsonl`}
				wrap
			/>
			<CodeBlock label="Anywhere" code="reeve audit verify audit.jsonl" wrap />
			<CodeBlock
				label="Against one that you kept"
				code="reeve audit verify audit.jsonl --against earlier.jsonl"
				wrap
			/>
			<p className={classes.quiet}>
				docs/audit-export.md tells how to check it with a program of your own.
			</p>
		</section>
	);
}
