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
}
