// Both sides of an exchange, compiled ahead of time.
using Pkce;

var proofKey = ProofKey.Create();
var url = proofKey.AddToAuthorizationUrl("https://as.example/authorize?response_type=code");
var again = ProofKey.FromVerifier(proofKey.CodeVerifier);
var result = ProofKeyPolicy.S256Only.CheckTokenRequest(proofKey.CodeChallenge, proofKey.CodeChallengeMethod, again.CodeVerifier);
var challenge = CodeChallenge.Create("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

Console.WriteLine($"{result} {url.EndsWith(proofKey.ToString(), StringComparison.Ordinal)} {challenge}");
