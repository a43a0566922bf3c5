-- People sort and look for devices by the label they gave them.
create index devices_by_display_name on devices (account_id, display_name, id);
