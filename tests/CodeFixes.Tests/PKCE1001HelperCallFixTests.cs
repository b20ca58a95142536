using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Requests that a program's own helpers write, or a format that is a constant: two more calls, and a text behind.</summary>
public sealed class PKCE1001HelperCallFixTests
{
    const string Helpers = """

        static class Query
        {
            internal static string With(this string url, string name, string value) =>
                url + (url.Contains("?") ? "&" : "?") + name + "=" + Uri.EscapeDataString(value);
        }

        sealed class Form
        {
            private readonly StringBuilder _text = new();

            public void Set(string name, string value)
            {
                if (_text.Length > 0)
                    _text.Append('&');
                _text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }

            public HttpContent Content() => new StringContent(_text.ToString());
        }
        """;

    [Fact]
    public Task Chain_and_statements() => Verify.VerifyAsync(
        """
        using System;
        using System.Net.Http;
        using System.Text;

        class Login
        {
            public string Url(string server, string client) => server
                .With({|PKCE1001:"response_type"|}, "code")
                .With("client_id", client);

            public HttpContent Redeem(string code, string client)
            {
                var form = new Form();
                form.Set({|PKCE1004:"grant_type"|}, "authorization_code");
                form.Set("client_id", client);
                form.Set("code", code);
                return form.Content();
            }
        }
        """ + Helpers,
        """
        using System;
        using System.Net.Http;
        using System.Text;
        using Pkce;

        class Login
        {
            private ProofKey? _proofKey;

            public string Url(string server, string client)
            {
                _proofKey = ProofKey.Create();
                return server
                    .With("response_type", "code")
                    .With("code_challenge", _proofKey.CodeChallenge)
                    .With("code_challenge_method", _proofKey.CodeChallengeMethod)
                    .With("client_id", client);
            }

            public HttpContent Redeem(string code, string client)
            {
                var form = new Form();
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                form.Set("grant_type", "authorization_code");
                form.Set("code_verifier", proofKey.CodeVerifier);
                form.Set("client_id", client);
                form.Set("code", code);
                return form.Content();
            }
        }
        """ + Helpers, within: Surroundings.Desktop("new Login()"));

    [Fact]
    public Task Nested_calls_and_a_constant_format() => Verify.VerifyAsync(
        """
        using System;
        using System.Net.Http;
        using System.Text;

        class Login
        {
            private const string AuthorizationFormat = "{0}?response_type=code&client_id={1}";

            public string Url(string server, string client) => string.Format({|PKCE1001:AuthorizationFormat|}, server, client);

            public string Redeem(string url, string code, string client)
            {
                url = Query.With(url, {|PKCE1004:"grant_type"|}, "authorization_code");
                url = Query.With(url, "client_id", client);
                return Query.With(url, "code", code);
            }
        }
        """ + Helpers,
        """
        using System;
        using System.Net.Http;
        using System.Text;
        using Pkce;

        class Login
        {
            private const string AuthorizationFormat = "{0}?response_type=code&client_id={1}";
            private ProofKey? _proofKey;

            public string Url(string server, string client)
            {
                _proofKey = ProofKey.Create();
                return string.Format(AuthorizationFormat + "&code_challenge={2}&code_challenge_method={3}", server, client, _proofKey.CodeChallenge, _proofKey.CodeChallengeMethod);
            }

            public string Redeem(string url, string code, string client)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                url = Query.With(Query.With(url, "grant_type", "authorization_code"), "code_verifier", proofKey.CodeVerifier);
                url = Query.With(url, "client_id", client);
                return Query.With(url, "code", code);
            }
        }
        """ + Helpers, within: Surroundings.Desktop("new Login()"));
}
