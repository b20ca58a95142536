using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE2002SettingFixTests
{
    [Fact]
    public Task Setting_is_added_in_the_form_of_the_lambda() => Fixed<PKCE2002SettingFix>.VerifyAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication()
            .{|PKCE2002:AddOAuth|}("one", options =>
            {
                options.ClientId = "client"; // of the portal
            })
            .{|PKCE2002:AddOAuth|}("two", o => o.ClientId = "client")
            .{|PKCE2002:AddOAuth|}("three", o => { o.ClientId = "client"; })
            .{|PKCE2002:AddOAuth|}("four", o => { })
            .{|PKCE2002:AddOAuth|}("five", o =>
            {
                o.ClientId = "client";
                return;
            });
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication()
            .AddOAuth("one", options =>
            {
                options.ClientId = "client"; // of the portal
                options.UsePkce = true;
            })
            .AddOAuth("two", o => { o.ClientId = "client"; o.UsePkce = true; })
            .AddOAuth("three", o => { o.ClientId = "client"; o.UsePkce = true; })
            .AddOAuth("four", o => { o.UsePkce = true; })
            .AddOAuth("five", o =>
            {
                o.ClientId = "client";
                o.UsePkce = true;
                return;
            });
        """);

    [Theory]
    [InlineData(true, "Scalar.AspNetCore.Pkce")]
    [InlineData(false, "Pkce")]
    public Task Value_is_written_with_a_namespace_where_that_of_the_Runtime_hides_its_type(bool hasRuntime, string type) => Fixed<PKCE2002SettingFix>.VerifyAsync(
        Page("""{|PKCE2002:AddAuthorizationCodeFlow|}("oauth2", flow => flow.ClientId = "ui")"""),
        Page($$"""AddAuthorizationCodeFlow("oauth2", flow => { flow.ClientId = "ui"; flow.Pkce = {{type}}.Sha256; })"""),
        hasRuntime: hasRuntime, libraries: Packages.Scalar);

    [Fact]
    public Task Method_is_added_to_what_is_told_of_a_server() => Fixed<PKCE2002SettingFix>.VerifyAsync(
        """
        using System;
        using OpenIddict.Abstractions;

        class Registration(Uri endpoint)
        {
            OpenIddictConfiguration server = new {|PKCE2002:OpenIddictConfiguration|}
            {
                AuthorizationEndpoint = endpoint,
                TokenEndpoint = endpoint, // of the same
            };
        }
        """,
        """
        using System;
        using OpenIddict.Abstractions;

        class Registration(Uri endpoint)
        {
            OpenIddictConfiguration server = new OpenIddictConfiguration
            {
                AuthorizationEndpoint = endpoint,
                TokenEndpoint = endpoint, // of the same
                CodeChallengeMethodsSupported = { "S256" },
            };
        }
        """, libraries: Packages.OpenIddict);

    static string Page(string call) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Scalar.AspNetCore;

        static class Page
        {
            static void Use(WebApplication app) => app.MapScalarApiReference(options => options.{{call}});
        }
        """;
}
