/** Conditions on a user `t`, of a list and of what needs attention. Text of our own. */

/** Whether a person is in a group that reaches tenants. */
export const REACHES_TENANTS = `exists (select 1 from group_users m join grants g on g.account_id = m.account_id and g.group_id = m.group_id
	where m.account_id = t.account_id and m.user_id = t.id)`;

/** Whether a person signs in with a second factor: one of their own, or an identity provider that sees to it. */
export const HAS_SECOND_FACTOR = `(exists (select 1 from second_factors f
		where f.account_id = t.account_id and f.user_id = t.id and f.confirmed_at is not null)
	or (t.identity_subject is not null and exists (select 1 from identity_providers i
		where i.account_id = t.account_id and i.enabled and i.second_factor)))`;
