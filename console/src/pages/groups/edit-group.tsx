import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { GroupForm } from "./group-form.tsx";

/** Changes a group of a list, whose rows do not say who is in it. Appears once that is read. */
export function EditGroup({
	id,
	onClose,
}: {
	id: string;
	onClose: () => void;
}) {
	const { client, accountParam } = useReeve();
	const { data } = useQuery({
		queryKey: [accountParam, "groups", id],
		queryFn: ({ signal }) => client.groups.get({ id }, { signal }),
		// What is changed here must be what is there now.
		staleTime: 0,
		gcTime: 0,
	});
	return data ? <GroupForm group={data} onClose={onClose} /> : null;
}
