using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE1001, PKCE1005 and PKCE2003 for the libraries of Auth0.</summary>
public sealed class Auth0Tests
{
    static readonly MetadataReference AspNetCore = Library.Compile("Auth0.AspNetCore.Authentication", """
        using System;
        using Microsoft.Extensions.DependencyInjection;

        namespace Auth0.AspNetCore.Authentication
        {
            public class Auth0WebAppOptions
            {
                public string Domain { get; set; }
                public string ResponseType { get; set; }
            }

            public static class ServiceCollectionExtensions
            {
                public static void AddAuth0WebAppAuthentication(this IServiceCollection services, Action<Auth0WebAppOptions> configure) { }
            }
        }
        """);

    static readonly MetadataReference Api = Library.Compile("Auth0.AuthenticationApi", """
        using System.Collections.Generic;

        namespace Auth0.AuthenticationApi.Models
        {
            public enum AuthorizationResponseType { Code, IdToken, Token }

            public class PushedAuthorizationRequest
            {
                public string ClientId { get; set; }
                public AuthorizationResponseType ResponseType { get; set; }
                public IDictionary<string, string> AdditionalProperties { get; } = new Dictionary<string, string>();
            }
        }
        """);

    [Theory]
    [InlineData("options => {|PKCE2003:options.ResponseType = \"code id_token\"|}")]
    [InlineData("options => {|PKCE1005:options.ResponseType = \"token\"|}")]
    [InlineData("options => options.ResponseType = \"code\"")]
    [InlineData("options => options.Domain = \"example.com\"")]
    [InlineData("options => options.ResponseType = type")]
    public async Task Options(string configuration)
    {
        var program = $$"""
            using Auth0.AspNetCore.Authentication;
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                static void Add(IServiceCollection services, string type) => services.AddAuth0WebAppAuthentication({{configuration}});
            }
            """;
        await PkceTest.VerifyWithAsync(AspNetCore, program);
        await PkceTest.VerifyUnresolvedAsync("Auth0.AspNetCore.Authentication=1.4.0", "net8.0", program);
    }

    [Theory]
    [InlineData("return new {|PKCE1001:PushedAuthorizationRequest|} { ClientId = \"app\", ResponseType = AuthorizationResponseType.Code };")]
    [InlineData("return new PushedAuthorizationRequest { ClientId = \"app\", {|PKCE1005:ResponseType = AuthorizationResponseType.Token|} };")]
    [InlineData("return new PushedAuthorizationRequest { ResponseType = AuthorizationResponseType.Code, AdditionalProperties = { [\"code_challenge\"] = challenge } };")]
    [InlineData("var request = new PushedAuthorizationRequest { ResponseType = AuthorizationResponseType.Code }; request.AdditionalProperties[\"code_challenge\"] = challenge; return request;")]
    [InlineData("var request = new PushedAuthorizationRequest { ResponseType = AuthorizationResponseType.Code }; request.AdditionalProperties.Add(\"code_challenge\", challenge); return request;")]
    public async Task Pushed_requests(string code)
    {
        var program = $$"""
            using Auth0.AuthenticationApi.Models;

            class Login
            {
                object Make(string challenge)
                {
                    {{code}}
                }
            }
            """;
        await PkceTest.VerifyWithAsync(Api, program);
        await PkceTest.VerifyUnresolvedAsync("Auth0.AuthenticationApi=7.49.0", "net8.0", program);
    }

    [Fact]
    public Task Same_names_on_unrelated_types() => PkceTest.VerifyAsync("""
        class Auth0WebAppOptions
        {
            public string? ResponseType { get; set; }

            static Auth0WebAppOptions Make() => new Auth0WebAppOptions { ResponseType = "code id_token" };
        }
        """);
}
