import { useState } from "react";
import { CodeBlock } from "../../kit/code-block.tsx";
import { Tabs } from "../../kit/tabs.tsx";
import { curlLines } from "./curl-lines.ts";
import type { IssuedKey } from "./issued-key.ts";

/** A line that tries the key at once, for each wire that fits it. */
export function CurlTabs({ issued }: { issued: IssuedKey }) {
	const lines = curlLines(issued, location.origin);
	const [wire, setWire] = useState(lines[0]?.wire ?? "reeve");
	const [first] = lines;
	if (!first) return null;
	if (lines.length === 1)
		return <CodeBlock label="Try it" code={first.code} wrap />;
	return (
		<Tabs
			label="Try it as"
			value={wire}
			onChange={setWire}
			tabs={lines.map(({ wire: value, title, code }) => ({
				value,
				label: title,
				content: (
					<CodeBlock label={`Try it on ${title}`} hideLabel code={code} wrap />
				),
			}))}
		/>
	);
}
