import type { Block, DocumentModel } from '#platform/document-rendering/document-model.ts';

const alignments = { start: '', center: 'text-center', end: 'text-end' } as const;

/** A document as it will be printed: one sheet of its own on paper, framed on the screen. */
export function DocumentSheet({ model }: { readonly model: DocumentModel }) {
  return (
    <article
      data-sheet=""
      className="mb-8 max-w-3xl border border-solid-gray-420 bg-white px-6 py-8 break-after-page last:break-after-auto desktop:px-12 print:mb-0 print:max-w-none print:border-0 print:p-0"
    >
      <Blocks blocks={model.opening ?? []} />
      <h2 className="my-8 text-center text-std-24B-150 print:my-4">{model.title}</h2>
      {model.byline.map((line) => (
        <p key={line} className="text-end">
          {line}
        </p>
      ))}
      <Blocks blocks={model.blocks} />
    </article>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // Blocks never move: their place is their key.
  return blocks.map((block, index) => <OneBlock key={index} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + 1}` as 'h3' | 'h4';
      return <Heading className="mt-4 mb-2 text-std-18B-160">{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p
          className={`my-2 min-h-[1lh] wrap-anywhere whitespace-pre-line first:mt-0 last:mb-0 ${alignments[block.align ?? 'start']} ${block.strong ? 'font-700' : ''}`}
        >
          {block.text}
        </p>
      );
    case 'note':
      return <p className="my-1 whitespace-pre-line text-dns-14N-130">{block.text}</p>;
    case 'table':
      return (
        <table className="my-3 w-full print:my-2 table-fixed border-collapse">
          <caption className={block.captionHidden ? 'sr-only' : 'text-start font-700'}>{block.caption}</caption>
          <colgroup>
            {block.widths.map((width, column) => (
              <col key={column} width={`${width}%`} />
            ))}
          </colgroup>
          {block.header.length > 0 ? (
            <thead>
              <tr>
                {block.header.map((text) => (
                  <th
                    key={text}
                    scope="col"
                    className="border border-solid-gray-600 px-2 py-1 text-start print:py-0.5 align-bottom"
                  >
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {block.rows.map((cells, row) => (
              <tr key={row} className="break-inside-avoid">
                {cells.map((cell, column) => {
                  const look = `border border-solid-gray-600 px-2 py-1 text-start print:py-0.5 align-top ${alignments[cell.align ?? 'start']}`;
                  return cell.heads ? (
                    <th key={column} scope="row" colSpan={cell.span} className={look}>
                      <Blocks blocks={cell.blocks} />
                    </th>
                  ) : (
                    <td key={column} colSpan={cell.span} className={look}>
                      <Blocks blocks={cell.blocks} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
