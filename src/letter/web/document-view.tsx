import { Fragment } from 'react';
import type { Block, Cell, DocumentModel, TableBlock } from '#platform/document-rendering/document-model.ts';

const aligns = { start: '', center: 'text-center', end: 'text-right' } as const;

/** A document as a sheet on the page, and alone on the paper that is printed (DOC-11). */
export function DocumentView({ model }: { readonly model: DocumentModel }) {
  return (
    <article className="mb-6 max-w-4xl break-after-page rounded-8 border border-solid-gray-420 p-6 desktop:p-10 print:mb-0 print:max-w-none print:border-0 print:p-px print:text-black">
      {(model.opening ?? []).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
      <h2 className="my-6 text-center text-std-20B-150">{model.title}</h2>
      {model.byline.map((line) => (
        <p key={line} className="text-right">
          {line}
        </p>
      ))}
      {model.blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + 1}` as 'h3' | 'h4';
      return <Heading className="mt-4 mb-2 text-std-18B-160">{block.text}</Heading>;
    }
    case 'paragraph': {
      const content = <Lines text={block.text} />;
      return (
        <p className={`my-3 min-h-[1lh] ${aligns[block.align ?? 'start']}`}>
          {block.strong === true ? <strong>{content}</strong> : content}
        </p>
      );
    }
    case 'note':
      return (
        <p className="my-3 text-dns-14N-130">
          <Lines text={block.text} />
        </p>
      );
    case 'table':
      return <TableView table={block} />;
  }
}

function TableView({ table: { caption, captionHidden, widths, header, rows } }: { readonly table: TableBlock }) {
  return (
    <table className="my-4 w-full border-collapse">
      <caption className={captionHidden === true ? 'sr-only' : 'mb-1 text-left font-bold'}>{caption}</caption>
      <colgroup>
        {widths.map((width, at) => (
          <col key={at} width={`${width}%`} />
        ))}
      </colgroup>
      {header.length > 0 ? (
        <thead>
          <tr>
            {header.map((text) => (
              <th key={text} scope="col" className="border border-solid-gray-800 px-2 py-1 text-center font-bold">
                {text}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at} className="break-inside-avoid">
            {cells.map((cell, place) => (
              <CellView key={place} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellView({ cell: { blocks, heads, align, span } }: { readonly cell: Cell }) {
  const [only] = blocks;
  const content =
    blocks.length === 1 && only?.kind === 'paragraph' ? (
      <Lines text={only.text} />
    ) : (
      blocks.map((block, at) => <BlockView key={at} block={block} />)
    );
  const look = `border border-solid-gray-800 px-2 py-1 align-top ${aligns[align ?? 'start'] || 'text-left'}`;
  return heads === true ? (
    <th scope="row" colSpan={span} className={`${look} font-normal`}>
      {content}
    </th>
  ) : (
    <td colSpan={span} className={look}>
      {content}
    </td>
  );
}

function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
