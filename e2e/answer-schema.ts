import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

export type Operation = {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }
    >
  >;
  readonly security?: unknown;
};

export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: Schema };
  readonly security: readonly Schema[];
};

/** Reads values as one schema of the document says; references lead into its components. */
export function readerOf(document: OpenApiDocument, schema: Schema): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}

/** The answer that the document describes for a path, a method and a status; `default` where it names none. */
export function describedAnswer(
  document: OpenApiDocument,
  { path, method, status }: { path: string; method: string; status: number },
) {
  const responses = document.paths[path]?.[method]?.responses ?? {};
  const described = responses[String(status)] ?? responses['default'];
  return described?.content ? Object.entries(described.content)[0] : undefined;
}

/** Every reference inside a value. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : referencesIn(inner)));
}
