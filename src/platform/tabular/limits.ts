/** Largest file that is read at all, in bytes. */
export const TABLE_FILE_BYTES_MAX = 50 * 1024 * 1024;

/** Largest number of data rows; the header and blank rows do not count. */
export const TABLE_ROWS_MAX = 100_000;

/** Largest number of columns. */
export const TABLE_COLUMNS_MAX = 200;

/** Longest text of one cell in UTF-16 code units: what Excel itself can hold. */
export const TABLE_CELL_LENGTH_MAX = 32_767;

/** Largest size of all parts of a workbook together once expanded, in bytes. */
export const WORKBOOK_EXPANDED_BYTES_MAX = 300 * 1024 * 1024;

/** A workbook larger than this once expanded is also judged by how much it was compressed, in bytes. */
export const WORKBOOK_RATIO_FREE_BYTES = 10 * 1024 * 1024;

/** Largest expanded size per compressed byte. Sheets of repeated words reach about 50; a zip bomb about 1,000. */
export const WORKBOOK_COMPRESSION_RATIO_MAX = 200;

/** Largest number of parts in a workbook. */
export const WORKBOOK_PARTS_MAX = 10_000;

/** Longest single piece of XML (one tag, or one run of text) in UTF-16 code units. */
export const XML_TOKEN_LENGTH_MAX = 1024 * 1024;

/** How many characters that cannot be written are listed one by one; the rest is only counted. */
export const UNMAPPABLE_LISTED_MAX = 1_000;
