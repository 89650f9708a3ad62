-- The pieces of one and two characters, as the ledger of people has them (0015-search-instructor.sql): most names of firms
-- and trades are looked for by two.
create index visit_grams on visit using gin (search_grams(search_text)) where deleted_at is null;
create index organization_grams on organization using gin (search_grams(search_text));

-- Behind row-level security no index answers a search of words. These views keep to the corner by themselves.
create view visit_book as select * from visit where corner_code = current_corner();
comment on view visit_book is '派遣（このコーナーのもの。検索用）';
grant select on visit_book to takumi_app;

create view organization_book as select * from organization where corner_code = current_corner();
comment on view organization_book is '派遣先（このコーナーのもの。検索用）';
grant select on organization_book to takumi_app;
