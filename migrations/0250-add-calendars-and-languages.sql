-- Whose days off count, as the product names calendars; null: the country of the zone.
alter table merchants add column calendar text;
-- The language of what is said to a customer of whom no other is known.
alter table merchants add column language text not null default 'zh-CN'
  constraint merchants_language_known check (language in ('zh-CN', 'zh-TW', 'en'));

-- Pinned with the order, so that a merchant who changes the setting moves no day of one sold before.
alter table orders add column calendar text;
-- Null: nobody has said.
alter table orders add column language text
  constraint orders_language_known check (language in ('zh-CN', 'zh-TW', 'en'));
