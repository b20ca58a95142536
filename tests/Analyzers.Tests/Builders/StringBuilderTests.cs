using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written with a StringBuilder. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class StringBuilderTests
{
    [Fact]
    public Task Append() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var url = new StringBuilder("https://login.example.com/authorize");
                url.Append({|PKCE1001:"?response_type="|});
                url.Append("code");
                url.Append("&client_id=");
                url.Append(clientId);
                return url.ToString();
            }

            string BadInChain(string clientId) => new StringBuilder()
                .Append("https://login.example.com/authorize")
                .Append({|PKCE1001:"?response_type=code"|})
                .Append("&client_id=").Append(clientId)
                .ToString();

            string Good(string clientId, string challenge)
            {
                var url = new StringBuilder("https://login.example.com/authorize");
                url.Append("?response_type=").Append("code");
                url.Append("&client_id=").Append(clientId);
                url.Append("&code_challenge=").Append(challenge);
                url.Append("&code_challenge_method=S256");
                return url.ToString();
            }

            string Other(string clientId)
            {
                var url = new StringBuilder("https://login.example.com/authorize");
                url.Append("?response_type=").Append("id_token");
                url.Append("&client_id=").Append(clientId);
                return url.ToString();
            }
        }
        """);

    [Fact]
    public Task AppendFormat() => PkceTest.VerifyAsync("""
        using System.Globalization;
        using System.Text;

        class Login
        {
            string Bad(string clientId, string redirectUri)
            {
                var url = new StringBuilder();
                url.AppendFormat("{0}?client_id={1}", "https://login.example.com/authorize", clientId);
                url.AppendFormat(CultureInfo.InvariantCulture, {|PKCE1001:"&response_type={0}&redirect_uri={1}"|}, "code", redirectUri);
                return url.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var url = new StringBuilder();
                url.AppendFormat("{0}?client_id={1}", "https://login.example.com/authorize", clientId);
                url.AppendFormat("&response_type={0}&code_challenge={1}&code_challenge_method={2}", "code", challenge, "S256");
                return url.ToString();
            }

            string Other(string clientId)
            {
                var url = new StringBuilder();
                url.AppendFormat("{0}?client_id={1}", "https://login.example.com/authorize", clientId);
                url.AppendFormat("&response_type={0}", "id_token");
                return url.ToString();
            }
        }
        """);

    [Fact]
    public Task AppendJoin() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var url = new StringBuilder("https://login.example.com/authorize?");
                url.AppendJoin('&', {|PKCE1001:"response_type=code"|}, "client_id=" + clientId, "scope=openid");
                return url.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var url = new StringBuilder("https://login.example.com/authorize?");
                url.AppendJoin('&', "response_type=code", "client_id=" + clientId, "code_challenge=" + challenge, "code_challenge_method=S256");
                return url.ToString();
            }

            string Other(string clientId)
            {
                var url = new StringBuilder("https://login.example.com/authorize?");
                url.AppendJoin('&', "response_type=id_token", "client_id=" + clientId);
                return url.ToString();
            }
        }
        """);

    [Fact]
    public Task AppendLine() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var form = new StringBuilder();
                form.AppendLine({|PKCE1001:"response_type=code"|});
                form.AppendLine("&client_id=" + clientId);
                return "https://login.example.com/authorize?" + form.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var form = new StringBuilder();
                form.AppendLine("response_type=code");
                form.AppendLine("&client_id=" + clientId);
                form.AppendLine("&code_challenge_method=S256");
                form.AppendLine("&code_challenge=" + challenge);
                return "https://login.example.com/authorize?" + form.ToString();
            }

            string Other(string clientId)
            {
                var form = new StringBuilder();
                form.AppendLine("response_type=id_token");
                form.AppendLine("&client_id=" + clientId);
                return "https://login.example.com/authorize?" + form.ToString();
            }
        }
        """);

    [Fact]
    public Task Insert() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var url = new StringBuilder({|PKCE1001:"response_type=code&client_id="|} + clientId);
                url.Insert(0, "https://login.example.com/authorize?");
                return url.ToString();
            }

            string BadInserted(string clientId)
            {
                var query = new StringBuilder("&client_id=" + clientId);
                query.Insert(0, {|PKCE1001:"https://login.example.com/authorize?response_type=code"|});
                return query.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var query = new StringBuilder("&client_id=" + clientId + "&code_challenge_method=S256&code_challenge=" + challenge);
                query.Insert(0, "https://login.example.com/authorize?response_type=code");
                return query.ToString();
            }

            string GoodInserted(string clientId, string challenge)
            {
                var query = new StringBuilder("&response_type=code&client_id=" + clientId);
                query.Insert(0, "https://login.example.com/authorize?code_challenge_method=S256&code_challenge=" + challenge);
                return query.ToString();
            }

            string Other(string clientId)
            {
                var query = new StringBuilder("&client_id=" + clientId);
                query.Insert(0, "https://login.example.com/authorize?response_type=id_token");
                return query.ToString();
            }
        }
        """);

    [Fact]
    public Task Interpolated_handler() => PkceTest.VerifyAsync("""
        using System.Globalization;
        using System.Text;

        class Login
        {
            string Bad(string clientId)
            {
                var url = new StringBuilder();
                url.Append($"https://login.example.com/authorize?client_id={clientId}");
                url.Append(CultureInfo.InvariantCulture, $"{|PKCE1001:&response_type=|}{"code"}");
                return url.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var url = new StringBuilder();
                url.Append($"https://login.example.com/authorize?client_id={clientId}&response_type=code");
                url.Append($"&code_challenge={challenge}&code_challenge_method=S256");
                return url.ToString();
            }

            string Other(string clientId)
            {
                var url = new StringBuilder();
                url.Append($"https://login.example.com/authorize?client_id={clientId}");
                url.Append($"&response_type={"id_token"}");
                return url.ToString();
            }
        }
        """);

    [Fact]
    public Task Cleared_builder_begins_anew() => PkceTest.VerifyAsync("""
        using System.Text;

        class Login
        {
            (string, string) Two(string challenge)
            {
                var url = new StringBuilder();
                url.Append("https://one.example.com/authorize?response_type=code&client_id=app&code_challenge_method=S256&code_challenge=").Append(challenge);
                var first = url.ToString();
                url.Clear();
                url.Append({|PKCE1001:"https://two.example.com/authorize?response_type=code&client_id=app"|});
                return (first, url.ToString());
            }
        }
        """);

    [Fact]
    public Task Loop_over_parameters() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;
        using System.Text;

        class Login
        {
            string Bad()
            {
                var parameters = new Dictionary<string, string>
                {
                    {|PKCE1001:["response_type"] = "code"|},
                    ["client_id"] = "app",
                };
                var url = new StringBuilder("https://login.example.com/authorize?");
                foreach (var parameter in parameters)
                    url.Append(parameter.Key).Append('=').Append(parameter.Value).Append('&');
                return url.ToString();
            }

            string Good(string challenge)
            {
                var parameters = new Dictionary<string, string>
                {
                    ["response_type"] = "code",
                    ["client_id"] = "app",
                    ["code_challenge"] = challenge,
                    ["code_challenge_method"] = "S256",
                };
                var url = new StringBuilder("https://login.example.com/authorize?");
                foreach (var parameter in parameters)
                    url.Append(parameter.Key).Append('=').Append(parameter.Value).Append('&');
                return url.ToString();
            }

            string Other()
            {
                var parameters = new Dictionary<string, string>
                {
                    ["response_type"] = "id_token",
                    ["client_id"] = "app",
                };
                var url = new StringBuilder("https://login.example.com/authorize?");
                foreach (var parameter in parameters)
                    url.Append(parameter.Key).Append('=').Append(parameter.Value).Append('&');
                return url.ToString();
            }
        }
        """);
}
