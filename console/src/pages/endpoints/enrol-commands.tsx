import { useState } from "react";
import { CodeBlock } from "../../kit/code-block.tsx";
import { Tabs } from "../../kit/tabs.tsx";
import { type EnrolSystem, enrolLine, enrolSystems } from "./enrol-line.ts";

/** The command that enrols a computer, for each kind of computer. */
export function EnrolCommands({ setupKey }: { setupKey: string }) {
	const [system, setSystem] = useState<EnrolSystem>("linux");
	return (
		<Tabs
			label="Kind of computer"
			value={system}
			onChange={setSystem}
			tabs={enrolSystems.map(({ value, label, hint }) => ({
				value,
				label,
				content: (
					<CodeBlock
						label={hint}
						code={enrolLine(value, location.origin, setupKey)}
						wrap
					/>
				),
			}))}
		/>
	);
}
