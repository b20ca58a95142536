// A certified authorization server that refuses what is not bound by PKCE: a public and a confidential client with
// loopback redirects, S256 only. Writes "ready ISSUER" to standard output once it accepts requests, and ends
// when its standard input is closed, so that it never outlives the tests that started it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

// Where the web programs of the tests begin their logins.
const webLogins = [
  'mvc', 'service', 'page', 'handler', 'derived', 'session', 'api', 'openid', 'openiddict',
  'scheme', 'tabs', 'middleware', 'branch', 'typed', 'keyed', 'plain', 'controller', 'endpoint',
  'field', 'state', 'cookie',
];

// RFC 8252, section 7.3: any port of a native client's loopback redirect is allowed at the time of the request.
const client = {
  application_type: 'native',
  grant_types: ['authorization_code'],
  response_types: ['code'],
};

const provider = new Provider(issuer, {
  clients: [
    {
      ...client,
      client_id: 'desktop',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    {
      ...client,
      client_id: 'web',
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: webLogins.map((path) => `http://127.0.0.1/${path}/callback`),
    },
  ],
  scopes: ['openid', 'offline_access', 'api'],
  pkce: { required: () => true },
});

// The token response says only "grant request is invalid"; the tests need to know which check it was.
provider.on('grant.error', (ctx, error) => ctx.set('Error-Detail', error.error_detail ?? ''));

server.on('request', provider.callback());
process.stdin.resume().on('end', () => process.exit());
console.log(`ready ${issuer}`);
