import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** What the migrations create; a PostgreSQL server has the same (docs/operations.md). */
export const embeddedExtensions = { btree_gist, pg_trgm } as const;
