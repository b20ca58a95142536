// Both sides of an exchange, compiled ahead of time.
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pkce;

var proofKey = ProofKey.Create();
var url = proofKey.AddToAuthorizationUrl("https://as.example/authorize?response_type=code");
var again = ProofKey.FromVerifier(proofKey.CodeVerifier);
var result = ProofKeyPolicy.S256Only.CheckTokenRequest(proofKey.CodeChallenge, proofKey.CodeChallengeMethod, again.CodeVerifier);
var challenge = CodeChallenge.Create("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

// A login by way of a cookie: what the response sets is what the callback gets.
var services = new ServiceCollection();
services.AddDataProtection().UseEphemeralDataProtectionProvider();
var begun = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
var inCookie = ProofKeyCookie.Begin(begun, "https://as.example/authorize", "state", "https://app.example/callback");
var callback = new DefaultHttpContext { RequestServices = begun.RequestServices };
callback.Request.Headers.Cookie = begun.Response.Headers.SetCookie.ToString().Split(';')[0];
var taken = ProofKeyCookie.Take(callback, "https://as.example/authorize", "state");

Console.WriteLine($"{result} {url.EndsWith(proofKey.ToString(), StringComparison.Ordinal)} {challenge} {inCookie.Equals(taken)}");
