import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { ServerBuild } from 'react-router';
import { closeRuns } from '#assignment-plan/going-runs.server.ts';
import { createApp } from './app.server.ts';
import type { Desk } from './desk.server.ts';
import { interruptLeft, resealAll, startHousekeeping } from './housekeeping.server.ts';

export type Serving = { readonly address: string; readonly stop: () => Promise<void> };

type Options = {
  readonly desk: Desk;
  readonly build: ServerBuild;
  readonly clientFolder: string;
  readonly host: string;
  readonly port: number;
};

/**
 * Answers requests until it is stopped; stopping lets the running ones finish, ends calculations with what they have, then
 * closes the database.
 */
export async function serve({ desk, build, clientFolder, host, port }: Options): Promise<Serving> {
  const app = createApp({ desk, build, clientFolder });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await interruptLeft(desk);
  await listen(server, host, port);
  // Both secrets open what is there: requests need not wait for it.
  const resealing = resealAll(desk).catch((error: unknown) => desk.log.error({ err: error }, 'resealing failed'));
  const stopHousekeeping = startHousekeeping(desk);
  const { port: actualPort } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shownHost}:${actualPort}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await closeRuns();
      await resealing;
      await stopHousekeeping();
      await desk.database.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve());
  });
}
