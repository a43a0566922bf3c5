import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { type Reeve, useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { Switch } from "../../kit/switch.tsx";
import { toast } from "../../kit/toast.ts";
import { rightsOn } from "./key-rights.ts";

/**
 * Lets a key work or refuses it, at once: it moves before the server has answered, and back when the server says no. A
 * key that one cannot enable again is disabled after asking.
 */
export function AccessSwitch({
	apiKey,
	hideLabel = true,
}: {
	apiKey: Key;
	hideLabel?: boolean;
}) {
	const reeve = useReeve();
	const rights = rightsOn(apiKey, reeve);
	const { wanted, send } = useEnabling(apiKey, rights.enable);
	const [isAsking, setAsking] = useState(false);
	const value = wanted ?? apiKey.enabled;
	const change = (enabled: boolean) => {
		if (!enabled && !rights.enable) setAsking(true);
		else void send(enabled).catch(() => undefined);
	};
	return (
		<>
			<Switch
				label={hideLabel ? `“${apiKey.name}” is enabled` : "Enabled"}
				hideLabel={hideLabel}
				value={value}
				onChange={change}
				pending={wanted !== undefined}
				disabled={value ? !rights.disable : !rights.enable}
			/>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title={`Disable “${apiKey.name}”?`}
				action="Disable key"
				onConfirm={() => send(false)}
			>
				It is refused from now on. You cannot enable it again: only{" "}
				{apiKey.user?.name ?? "its owner"} can.
			</ConfirmDialog>
		</>
	);
}

/** Enables or disables, and offers the way back. */
function useEnabling(apiKey: Key, mayEnable: boolean) {
	const [wanted, setWanted] = useState<boolean>();
	const write = useWrite({
		call: (reeve, enabled: boolean) => setEnabled(reeve, apiKey, enabled),
		changes: ["keys"],
		quiet: true,
		onDone: (_, enabled) => {
			toast.success(enabled ? "Key enabled" : "Key disabled", {
				description: apiKey.name,
				action: mayEnable
					? { label: "Undo", onPress: () => void write.mutate(!enabled) }
					: undefined,
			});
		},
	});
	const send = async (enabled: boolean) => {
		setWanted(enabled);
		try {
			await write.mutateAsync(enabled);
		} catch (error) {
			toast.problem(error);
			throw error;
		} finally {
			setWanted(undefined);
		}
	};
	return { wanted, send };
}

function setEnabled(
	{ clientOf }: Reeve,
	{ id, account_id }: Key,
	enabled: boolean,
): Promise<Key> {
	const { keys } = clientOf(account_id);
	return enabled ? keys.enable({ id }) : keys.disable({ id });
}
