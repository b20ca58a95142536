using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written as text. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class TextTests
{
    [Fact]
    public Task Literal() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad() => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp.example.com"|};

            string Good() => {|PKCE3002:"https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"|};

            string Other() => "https://login.example.com/authorize?response_type=id_token&client_id=app&nonce=n";
        }
        """);

    [Fact]
    public Task Verbatim_literal() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad() => {|PKCE1001:@"https://login.example.com/authorize
                ?response_type=code
                &client_id=app"|};

            string Good(string challenge) => @"https://login.example.com/authorize
                ?response_type=code
                &client_id=app
                &code_challenge_method=S256
                &code_challenge=" + challenge;

            string Other() => @"https://login.example.com/authorize
                ?response_type=id_token
                &client_id=app";
        }
        """);

    [Fact]
    public Task Raw_literal() => PkceTest.VerifyAsync(""""
        class Login
        {
            string Bad(string state) => $"""{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=app&state=|}{state}""";

            string BadOverLines(string state) => {|PKCE1001:"""
                https://login.example.com/authorize
                ?response_type=code
                &client_id=app
                """|}.Replace("\n", "");

            string Good(string challenge) => $$"""https://login.example.com/authorize?response_type=code&client_id=app&code_challenge={{challenge}}&code_challenge_method=S256""";

            string Other(string state) => $"""https://login.example.com/authorize?response_type=id_token&client_id=app&state={state}""";
        }
        """");

    [Fact]
    public Task UTF8_literal() => PkceTest.VerifyAsync("""
        using System;
        using System.Net.Http;

        class Login
        {
            HttpContent Bad() => new ByteArrayContent({|PKCE1004:"grant_type=authorization_code&code=1234&client_id=app"u8|}.ToArray());

            HttpContent Good() => new ByteArrayContent({|PKCE3002:"grant_type=authorization_code&code=1234&client_id=app&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"u8|}.ToArray());

            HttpContent Other() => new ByteArrayContent("grant_type=refresh_token&refresh_token=1234&client_id=app"u8.ToArray());
        }
        """);

    [Fact]
    public Task Interpolation() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId, string redirectUri, string state) =>
                $"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}&redirect_uri={redirectUri}&state={state}";

            string BadInTheMiddle(string clientId, string redirectUri, string state) =>
                $"https://login.example.com/authorize?client_id={clientId}{|PKCE1001:&response_type=code&redirect_uri=|}{redirectUri}&state={state}";

            string Good(string clientId, string redirectUri, string challenge) =>
                $"https://login.example.com/authorize?response_type=code&client_id={clientId}&redirect_uri={redirectUri}&code_challenge={challenge}&code_challenge_method=S256";

            string Other(string clientId, string redirectUri, string nonce) =>
                $"https://login.example.com/authorize?response_type=id_token&client_id={clientId}&redirect_uri={redirectUri}&nonce={nonce}";
        }
        """);

    [Fact]
    public Task Interpolation_with_the_value_in_a_hole() => PkceTest.VerifyAsync("""
        class Login
        {
            const string Code = "code";

            string Bad(string clientId) => $"https://login.example.com/authorize?client_id={clientId}{|PKCE1001:&response_type=|}{Code}";

            string BadInLocal(string clientId)
            {
                var responseType = "code";
                return $"https://login.example.com/authorize?client_id={clientId}{|PKCE1001:&response_type=|}{responseType}";
            }

            string Good(string clientId, string challenge) => $"https://login.example.com/authorize?client_id={clientId}&response_type={Code}&code_challenge={challenge}&code_challenge_method=S256";

            string Other(string clientId)
            {
                var responseType = "id_token";
                return $"https://login.example.com/authorize?client_id={clientId}&response_type={responseType}";
            }
        }
        """);

    [Fact]
    public Task Nested_and_formatted_holes() => PkceTest.VerifyAsync("""
        using System;

        class Login
        {
            string Bad(string host, int tenant, DateTime now) =>
                $"https://{$"{host}/{tenant:D6}"}{|PKCE1001:/authorize?response_type=code&client_id=|}{$"app-{tenant,8}"}&at={now:yyyyMMdd}";

            string BadInside(string host, string clientId) =>
                $"https://{host}/authorize?{$"{|PKCE1001:response_type=code&client_id=|}{clientId}"}&scope=openid";

            string Good(string host, int tenant, string challenge) =>
                $"https://{$"{host}/{tenant:D6}"}/authorize?response_type=code&client_id=app{$"&code_challenge={challenge}&code_challenge_method=S256"}";

            string Other(string host, int tenant) =>
                $"https://{$"{host}/{tenant:D6}"}/authorize?response_type=id_token&client_id={$"app-{tenant}"}";
        }
        """);

    [Fact]
    public Task Concatenation() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId, string redirectUri) => "https://login.example.com/authorize"
                + {|PKCE1001:"?response_type=code"|}
                + "&client_id=" + clientId
                + "&redirect_uri=" + redirectUri;

            string BadWithTheValueApart(string clientId) => "https://login.example.com/authorize?client_id=" + clientId + {|PKCE1001:"&response_type="|} + "code" + "&scope=openid";

            string Good(string clientId, string challenge) => "https://login.example.com/authorize"
                + "?response_type=code"
                + "&client_id=" + clientId
                + "&code_challenge=" + challenge
                + "&code_challenge_method=S256";

            string Other(string clientId) => "https://login.example.com/authorize" + "?response_type=" + "id_token" + "&client_id=" + clientId;
        }
        """);

    [Fact]
    public Task Compound_assignment() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId, string redirectUri)
            {
                var url = "https://login.example.com/authorize?";
                url += {|PKCE1001:"response_type=code"|};
                url += "&client_id=" + clientId;
                url += $"&redirect_uri={redirectUri}";
                return url;
            }

            string Good(string clientId, string challenge)
            {
                var url = "https://login.example.com/authorize?";
                url += "response_type=code";
                url += "&client_id=" + clientId;
                url += $"&code_challenge={challenge}";
                url += "&code_challenge_method=S256";
                return url;
            }

            string Other(string clientId)
            {
                var url = "https://login.example.com/authorize?";
                url += "response_type=id_token";
                url += "&client_id=" + clientId;
                return url;
            }
        }
        """);

    [Fact]
    public Task String_Concat() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId) => string.Concat("https://login.example.com/authorize", {|PKCE1001:"?response_type=code&client_id="|}, clientId);

            string BadFromArray(string clientId) => string.Concat(new[] { "https://login.example.com/authorize", {|PKCE1001:"?response_type=code"|}, "&client_id=", clientId, "&scope=openid" });

            string Good(string clientId, string challenge) => string.Concat("https://login.example.com/authorize?response_type=code&client_id=" + clientId, "&code_challenge=", challenge, "&code_challenge_method=S256");

            string Other(string clientId) => string.Concat("https://login.example.com/authorize", "?response_type=id_token&client_id=", clientId);
        }
        """);

    [Fact]
    public Task String_Join() => PkceTest.VerifyAsync("""
        using System.Collections.Generic;

        class Login
        {
            string Bad(string clientId) => "https://login.example.com/authorize?" + string.Join("&", {|PKCE1001:"response_type=code"|}, "client_id=" + clientId, "scope=openid");

            string BadFromArray(string clientId) => "https://login.example.com/authorize?" + string.Join('&', new[] { "client_id=" + clientId, {|PKCE1001:"response_type=code"|} });

            string BadFromList(string clientId)
            {
                var parts = new List<string>();
                parts.Add({|PKCE1001:"response_type=code"|});
                parts.Add($"client_id={clientId}");
                return "https://login.example.com/authorize?" + string.Join("&", parts);
            }

            string Good(string clientId, string challenge) => "https://login.example.com/authorize?" + string.Join("&", "response_type=code", "client_id=" + clientId, "code_challenge=" + challenge, "code_challenge_method=S256");

            string Other(string clientId) => "https://login.example.com/authorize?" + string.Join("&", "response_type=id_token", "client_id=" + clientId);
        }
        """);

    [Fact]
    public Task String_Format() => PkceTest.VerifyAsync("""
        using System.Globalization;

        class Login
        {
            const string Template = "https://login.example.com/authorize?client_id={0}&response_type={1}";

            string Bad(string clientId, string redirectUri) => string.Format({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id={0}&redirect_uri={1}"|}, clientId, redirectUri);

            string BadWithTheValueInAHole(string clientId) => string.Format(CultureInfo.InvariantCulture, {|PKCE1001:"{0}?client_id={1}&response_type={2}&scope={3,10:N2}"|}, "https://login.example.com/authorize", clientId, "code", 1);

            string BadFromArray(string clientId) => string.Format({|PKCE1001:"https://login.example.com/authorize?client_id={0}&response_type={1}&a={2}&b={3}"|}, new object[] { clientId, "code", 1, 2 });

            string BadWithTheTemplateInAConstant(string clientId) => string.Format({|PKCE1001:Template|}, clientId, "code");

            string Good(string clientId, string challenge) => string.Format("https://login.example.com/authorize?response_type=code&client_id={0}&code_challenge={1}&code_challenge_method=S256", clientId, challenge);

            string GoodInAHole(string clientId, string query) => string.Format("https://login.example.com/authorize?response_type=code&client_id={0}&{1}", clientId, "code_challenge=" + query + "&code_challenge_method=S256");

            string Other(string clientId) => string.Format(Template, clientId, "id_token");
        }
        """);

    [Fact]
    public Task String_Replace() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId) => {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=__CLIENT__"|}.Replace("__CLIENT__", clientId);

            string BadValue(string clientId) => {|PKCE1001:"https://login.example.com/authorize?response_type=__TYPE__&client_id=__CLIENT__"|}.Replace("__TYPE__", "code").Replace("__CLIENT__", clientId);

            string Good(string clientId, string challenge) => "https://login.example.com/authorize?response_type=code&client_id=__CLIENT__&code_challenge=__CHALLENGE__&code_challenge_method=S256"
                .Replace("__CLIENT__", clientId).Replace("__CHALLENGE__", challenge);

            string Other(string clientId) => "https://login.example.com/authorize?response_type=__TYPE__&client_id=__CLIENT__".Replace("__TYPE__", "id_token").Replace("__CLIENT__", clientId);
        }
        """);

    [Fact]
    public Task String_TrimEnd() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId) => ({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId + "&").TrimEnd('&');

            string BadAfter(string clientId) => "https://login.example.com/authorize/".TrimEnd('/') + {|PKCE1001:"?response_type=code&client_id="|} + clientId;

            string Good(string clientId, string challenge) => ("https://login.example.com/authorize?response_type=code&client_id=" + clientId + "&code_challenge_method=S256&code_challenge=" + challenge + "&").TrimEnd('&');

            string Other(string clientId) => ("https://login.example.com/authorize?response_type=id_token&client_id=" + clientId + "&").TrimEnd('&');
        }
        """);

    [Fact]
    public Task Html_encoded_separators() => PkceTest.VerifyAsync("""
        class Login
        {
            string Bad(string clientId) => $"<a href=\"https://login.example.com/authorize?client_id={clientId}{|PKCE1001:&amp;response_type=code&amp;scope=openid\">Log in</a>|}";

            string Good(string clientId, string challenge) => $"<a href=\"https://login.example.com/authorize?client_id={clientId}&amp;response_type=code&amp;code_challenge={challenge}&amp;code_challenge_method=S256\">Log in</a>";

            string Other(string clientId) => $"<a href=\"https://login.example.com/authorize?client_id={clientId}&amp;response_type=id_token&amp;scope=openid\">Log in</a>";
        }
        """);

    [Fact]
    public Task Escaped_values() => PkceTest.VerifyAsync("""
        using System;
        using System.Net;

        class Login
        {
            string Bad(string clientId, string redirectUri) => $"https://login.example.com/authorize?client_id={Uri.EscapeDataString(clientId)}{|PKCE1001:&response_type=|}{Uri.EscapeDataString("code id_token")}&redirect_uri={WebUtility.UrlEncode(redirectUri)}";

            string Good(string clientId, string challenge) => $"https://login.example.com/authorize?client_id={Uri.EscapeDataString(clientId)}&response_type={Uri.EscapeDataString("code")}&code_challenge={WebUtility.UrlEncode(challenge)}&code_challenge_method=S256";

            string Other(string clientId) => $"https://login.example.com/authorize?client_id={Uri.EscapeDataString(clientId)}&response_type={Uri.EscapeDataString("id_token")}";
        }
        """);

    [Fact]
    public Task Spans_and_interpolation_handlers() => PkceTest.VerifyAsync("""
        using System;
        using System.Globalization;

        class Login
        {
            string Bad(string clientId) => string.Create(CultureInfo.InvariantCulture, $"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}");

            string BadFormattable(string clientId) => FormattableString.Invariant($"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}");

            string Good(string clientId, string challenge) => string.Create(CultureInfo.InvariantCulture, $"https://login.example.com/authorize?response_type=code&client_id={clientId}&code_challenge={challenge}&code_challenge_method=S256");

            string Other(string clientId) => string.Create(CultureInfo.InvariantCulture, $"https://login.example.com/authorize?response_type=id_token&client_id={clientId}");
        }
        """);

    [Fact]
    public Task Logs_and_messages_are_not_sent() => PkceTest.VerifyAsync("""
        using System;
        using Microsoft.Extensions.Logging;

        class Login(ILogger<Login> logger)
        {
            void Other(string clientId, string code)
            {
                logger.LogInformation("Sending response_type=code&client_id={ClientId}", clientId);
                logger.LogDebug($"response_type=code&client_id={clientId}");
                logger.LogTrace($"grant_type=authorization_code&code={code}&client_id={clientId}");
                throw new InvalidOperationException($"The server refused response_type=code&client_id={clientId}");
            }
        }
        """);
}
