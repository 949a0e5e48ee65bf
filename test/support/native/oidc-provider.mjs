import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/**
 * A real OpenID provider, in a process of its own: `node oidc-provider.mjs REDIRECT_URI` prints its address. Its own
 * form asks whoever comes for a name, which is then the subject.
 */
const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(address, {
  clients: [
    {
      client_id: 'hindcast',
      client_secret: 'a secret between the two',
      redirect_uris: [process.argv[2]],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['for a test'] },
  features: { devInteractions: { enabled: true } },
});
server.on('request', provider.callback());
process.stdout.write(`${address}\n`);
process.on('disconnect', () => process.exit());
