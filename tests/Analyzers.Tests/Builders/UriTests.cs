using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>Requests written with the framework's URI types. In each program <c>Bad</c> lacks the proof key, <c>Good</c> has it, and <c>Other</c> looks alike and is another thing.</summary>
public sealed class UriTests
{
    [Fact]
    public Task ParseQueryString() => PkceTest.VerifyAsync("""
        using System;
        using System.Web;

        class Login
        {
            string Bad(string clientId)
            {
                var query = HttpUtility.ParseQueryString(string.Empty);
                {|PKCE1001:query["response_type"] = "code"|};
                query["client_id"] = clientId;
                return "https://login.example.com/authorize?" + query;
            }

            string BadParsed(string clientId)
            {
                var query = HttpUtility.ParseQueryString({|PKCE1001:"response_type=code&scope=openid"|});
                query.Add("client_id", clientId);
                return "https://login.example.com/authorize?" + query.ToString();
            }

            string Good(string clientId, string challenge)
            {
                var query = HttpUtility.ParseQueryString("");
                query["response_type"] = "code";
                query["client_id"] = clientId;
                query.Add("code_challenge", challenge);
                query["code_challenge_method"] = "S256";
                return "https://login.example.com/authorize?" + query;
            }

            string GoodParsed(string clientId, string challenge)
            {
                var query = HttpUtility.ParseQueryString("response_type=code&code_challenge_method=S256");
                query["client_id"] = clientId;
                query["code_challenge"] = challenge;
                return "https://login.example.com/authorize?" + query;
            }

            string Other(string clientId)
            {
                var query = HttpUtility.ParseQueryString("");
                query["response_type"] = "id_token";
                query["client_id"] = clientId;
                return "https://login.example.com/authorize?" + query;
            }

            string OtherUnknown(string given)
            {
                var query = HttpUtility.ParseQueryString(given);
                query["response_type"] = "code";
                query["client_id"] = "app";
                return "https://login.example.com/authorize?" + query;
            }

            string OtherRead(Uri callback)
            {
                var query = HttpUtility.ParseQueryString(callback.Query);
                return query["code"] ?? query["error"] ?? throw new InvalidOperationException("client_id");
            }
        }
        """);

    [Fact]
    public Task UriBuilder() => PkceTest.VerifyAsync("""
        using System;
        using System.Web;

        class Login
        {
            Uri Bad(string clientId)
            {
                var builder = new UriBuilder("https://login.example.com/authorize");
                builder.Query = {|PKCE1001:"response_type=code&client_id="|} + clientId;
                return builder.Uri;
            }

            Uri BadInitializer(string clientId) => new UriBuilder("https", "login.example.com", 443, "authorize")
            {
                Query = $"{|PKCE1001:response_type=code&client_id=|}{clientId}",
            }.Uri;

            string BadParsed(string clientId)
            {
                var builder = new UriBuilder("https://login.example.com/authorize");
                var query = HttpUtility.ParseQueryString(builder.Query);
                {|PKCE1001:query["response_type"] = "code"|};
                query["client_id"] = clientId;
                builder.Query = query.ToString();
                return builder.ToString();
            }

            Uri Good(string clientId, string challenge)
            {
                var builder = new UriBuilder("https://login.example.com/authorize");
                builder.Query = "response_type=code&client_id=" + clientId + "&code_challenge_method=S256&code_challenge=" + challenge;
                return builder.Uri;
            }

            Uri GoodAppended(string clientId, string challenge)
            {
                var builder = new UriBuilder("https://login.example.com/authorize?response_type=code&client_id=" + clientId);
                builder.Query = builder.Query.TrimStart('?') + "&code_challenge_method=S256&code_challenge=" + challenge;
                return builder.Uri;
            }

            Uri Other(string clientId)
            {
                var builder = new UriBuilder("https://login.example.com/authorize");
                builder.Query = "response_type=id_token&client_id=" + clientId;
                return builder.Uri;
            }
        }
        """);

    [Fact]
    public Task Uri() => PkceTest.VerifyAsync("""
        using System;
        using System.Diagnostics;

        class Login
        {
            static readonly Uri Server = new Uri("https://login.example.com");

            Uri Bad(string clientId) => new Uri({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId);

            Uri BadRelative(string clientId) => new(Server, $"{|PKCE1001:/authorize?response_type=code&client_id=|}{clientId}");

            string BadRead(string clientId) => new Uri({|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId).AbsoluteUri;

            Uri Good(string clientId, string challenge) => new Uri("https://login.example.com/authorize?response_type=code&client_id=" + clientId + "&code_challenge_method=S256&code_challenge=" + challenge);

            Uri GoodRelative(string clientId, string challenge) => new(Server, $"/authorize?response_type=code&client_id={clientId}&code_challenge={challenge}&code_challenge_method=S256");

            string GoodExtended(string clientId, string challenge)
            {
                var uri = new Uri("https://login.example.com/authorize?response_type=code&client_id=" + clientId);
                return uri.AbsoluteUri + "&code_challenge_method=S256&code_challenge=" + challenge;
            }

            Uri Other(string clientId) => new Uri("https://login.example.com/authorize?response_type=id_token&client_id=" + clientId);
        }
        """);

    [Fact]
    public Task Started_browser() => PkceTest.VerifyAsync("""
        using System;
        using System.Diagnostics;

        class Login
        {
            void Bad(string clientId) => Process.Start(new ProcessStartInfo
            {
                FileName = $"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}",
                UseShellExecute = true,
            });

            void BadArguments(string clientId) => Process.Start("xdg-open", $"{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=|}{clientId}");

            void Good(string clientId, string challenge) => Process.Start(new ProcessStartInfo
            {
                FileName = $"https://login.example.com/authorize?response_type=code&client_id={clientId}&code_challenge={challenge}&code_challenge_method=S256",
                UseShellExecute = true,
            });

            void Other(string clientId) => Process.Start(new ProcessStartInfo { FileName = $"https://login.example.com/authorize?response_type=id_token&client_id={clientId}" });
        }
        """);

    [Fact]
    public Task Address_that_a_librarys_object_is_given() => PkceTest.VerifyBrokenAsync("""
        using Missing.Controls;

        class Login
        {
            object Bad(string clientId) => new WebView { Source = new UrlSource { Url = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId } };

            void BadAssigned(WebView view, string clientId) => view.Address = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId;

            void BadDynamic(dynamic view, string clientId) => view.Address = {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id="|} + clientId;

            object Good(string clientId, string challenge) => new WebView
            {
                Source = new UrlSource { Url = "https://login.example.com/authorize?response_type=code&client_id=" + clientId + "&code_challenge_method=S256&code_challenge=" + challenge },
            };

            void GoodAssigned(WebView view, string clientId, string challenge)
            {
                view.Address = "https://login.example.com/authorize?response_type=code&client_id=" + clientId;
                view.Address = view.Address + "&code_challenge_method=S256&code_challenge=" + challenge;
            }

            void Other(WebView view, string clientId) => view.Address = "https://login.example.com/authorize?response_type=id_token&client_id=" + clientId;
        }
        """);
}
