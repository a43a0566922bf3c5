import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Region } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { RegionForm } from "./region-form.tsx";

/** One region. */
export function RegionPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/regions/$id" });
	const query = useQuery({
		queryKey: [accountParam, "regions", id],
		queryFn: ({ signal }) => client.regions.get({ id }, { signal }),
	});
	const region = query.data;
	return (
		<Page
			title={region?.name ?? "Region"}
			description={region?.description}
			back={<WayBack name={region?.name ?? id} />}
			curl={(asked) => asked.regions.get({ id })}
			actions={region ? <Actions region={region} /> : null}
		>
			{query.isPending ? <SkeletonLines /> : null}
			{query.isError ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{region ? <Facts region={region} /> : null}
			{region ? <ObjectHistory type="region" id={id} /> : null}
		</Page>
	);
}

function WayBack({ name }: { name: string }) {
	const { accountParam } = useReeve();
	const list = (
		<Link to="/a/$account/regions" params={{ account: accountParam }} />
	);
	return (
		<Breadcrumbs
			items={[{ label: "Regions", render: list }, { label: name }]}
		/>
	);
}

function Facts({ region }: { region: Region }) {
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "Number", value: region.id, copy: region.id },
					{ label: "Probes", value: formatNumber(region.probes_count) },
					{ label: "Devices", value: formatNumber(region.devices_count) },
					{ label: "Created", value: <Time value={region.created_at} /> },
					{ label: "Changed", value: <Time value={region.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function Actions({ region }: { region: Region }) {
	const { may } = useReeve();
	const [open, setOpen] = useState<"edit" | "delete">();
	const close = () => setOpen(undefined);
	return (
		<>
			{may("regions.delete") ? (
				<Button variant="dangerQuiet" onClick={() => setOpen("delete")}>
					Delete
				</Button>
			) : null}
			{may("regions.update") ? (
				<Button onClick={() => setOpen("edit")}>Edit</Button>
			) : null}
			{open === "edit" ? <RegionForm region={region} onClose={close} /> : null}
			<DeleteRegion
				region={region}
				isOpen={open === "delete"}
				onClose={close}
			/>
		</>
	);
}

function DeleteRegion({
	region: { id, name },
	isOpen,
	onClose,
}: {
	region: Region;
	isOpen: boolean;
	onClose: () => void;
}) {
	const navigate = useNavigate();
	const { accountParam: account } = useReeve();
	const write = useWrite({
		call: ({ client }) => client.regions.delete({ id }),
		changes: ["regions"],
		done: "Region deleted",
		quiet: true,
		leave: () => navigate({ to: "/a/$account/regions", params: { account } }),
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Delete the region “${name}”?`}
			action="Delete region"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			It must hold no probes and no devices.
		</ConfirmDialog>
	);
}
