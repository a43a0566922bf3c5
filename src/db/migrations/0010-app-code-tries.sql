-- Codes of an authenticator app that a person's sign-ins were tried with since the last right factor. Only whoever knows
-- the first factor gets as far as to be counted here.
create table app_code_tries (
	account_id bigint not null,
	user_id bigint not null,
	tries integer not null,
	last_at timestamptz not null,
	primary key (account_id, user_id),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);
