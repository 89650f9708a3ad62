-- The corner's own Word file of a letter, by kind and 年度; a year without its own has the one before it.
create table letter_template (
  corner_code text not null,
  template_id uuid not null,
  kind text not null constraint letter_template_kind check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  fiscal_year integer not null constraint letter_template_fiscal_year check (fiscal_year between 2000 and 2100),
  file_name text not null constraint letter_template_name check (file_name !~ '[/\\]' and length(file_name) <= 100),
  byte_size integer not null constraint letter_template_size check (byte_size between 1 and 5242880),
  sha256 text not null constraint letter_template_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null constraint letter_template_bytes check (octet_length(bytes) = byte_size),
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  uploader_name text not null,
  constraint letter_template_pkey primary key (corner_code, template_id),
  constraint letter_template_once_a_year unique (corner_code, kind, fiscal_year)
);
comment on table letter_template is '手紙のひな形（コーナー・種類・年度ごとのWordファイル）';
alter table letter_template alter column bytes set storage external;
call wall_by_corner('letter_template', 'select, insert, delete');
