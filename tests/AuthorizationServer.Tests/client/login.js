// Logs in to the authorization server ISSUER with the certified openid-client, as its documentation shows, and writes
// who is logged in, or the error response, as JSON to standard output. Usage: node login.js ISSUER [CODE-VERIFIER],
// where the code verifier is sent in place of the right one.
import * as client from 'openid-client';

const [issuer, otherVerifier] = process.argv.slice(2);
const redirectUri = 'http://127.0.0.1:50000/callback';

const config = await client.discovery(new URL(issuer), 'desktop', undefined, client.None(), {
  algorithm: 'oauth2',
  execute: [client.allowInsecureRequests],
});

const codeVerifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const authorizationUrl = client.buildAuthorizationUrl(config, {
  redirect_uri: redirectUri,
  code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
  code_challenge_method: 'S256',
  state,
});

const authorizationResponse = await fetch(authorizationUrl, { redirect: 'manual' });
try {
  const tokens = await client.authorizationCodeGrant(config, new URL(authorizationResponse.headers.get('location')), {
    pkceCodeVerifier: otherVerifier ?? codeVerifier,
    expectedState: state,
  });
  const userInfo = await fetch(new URL('/userinfo', issuer), { headers: { authorization: `Bearer ${tokens.access_token}` } });
  console.log(JSON.stringify(await userInfo.json()));
} catch (error) {
  if (!(error instanceof client.ResponseBodyError)) throw error;
  console.log(JSON.stringify({ error: error.error, error_description: error.error_description }));
}
