using Xunit;

namespace PkceAnalyzers.Tests.Builders;

/// <summary>A query that goes on from that of the configured endpoint.</summary>
public sealed class UrlBaseTests
{
    [Theory]
    [InlineData("var query = {|PKCE1001:new QueryString(url.Query).Add(\"response_type\", \"code\")|}.Add(\"client_id\", settings.ClientId).Add(\"redirect_uri\", redirect); url.Query = query.ToUriComponent();")]
    [InlineData("var query = {|PKCE1001:QueryString.FromUriComponent(url.Query).Add(\"response_type\", \"code\")|}.Add(\"client_id\", settings.ClientId).Add(\"redirect_uri\", redirect); url.Query = query.ToUriComponent();")]
    [InlineData("var query = HttpUtility.ParseQueryString(url.Query); {|PKCE1001:query[\"response_type\"] = \"code\"|}; query[\"client_id\"] = settings.ClientId; query[\"redirect_uri\"] = redirect; url.Query = query.ToString();")]
    [InlineData("var query = new QueryBuilder(QueryHelpers.ParseQuery(url.Query)); {|PKCE1001:query.Add(\"response_type\", \"code\")|}; query.Add(\"client_id\", settings.ClientId); query.Add(\"redirect_uri\", redirect); url.Query = query.ToString();")]
    [InlineData("url.Query = url.Query.TrimStart('?') + {|PKCE1001:\"&response_type=code&client_id=\"|} + settings.ClientId + \"&redirect_uri=\" + redirect;")]
    [InlineData("var query = new QueryString(url.Query).Add(\"response_type\", \"code\").Add(\"client_id\", settings.ClientId).Add(\"code_challenge\", challenge).Add(\"code_challenge_method\", \"S256\"); url.Query = query.ToUriComponent();")]
    public Task Endpoint_of_a_setting(string code) => VerifyAsync(code);

    static Task VerifyAsync(string code) => PkceTest.VerifyAsync($$"""
        using System;
        using System.Web;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Extensions;
        using Microsoft.AspNetCore.WebUtilities;

        public class Settings
        {
            public string Endpoint { get; set; } = null!;
            public string ClientId { get; set; } = null!;
        }

        public class Login(Settings settings)
        {
            public string Url(string redirect, string challenge)
            {
                var url = new UriBuilder(settings.Endpoint);
                {{code}}
                return url.ToString();
            }
        }
        """);
}
