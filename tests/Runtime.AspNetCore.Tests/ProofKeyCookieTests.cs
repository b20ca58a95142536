using System.Reflection;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pkce;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>What the package alone does.</summary>
public sealed class ProofKeyCookieTests
{
    const string Provider = "https://as.example/authorize";

    static readonly ServiceProvider Services = CreateServices();

    readonly Browser browser = new();

    [Theory, InlineData("https", true), InlineData("http", false)]
    public void Without_a_redirect_uri_the_request_says_whether_the_cookie_is_secure(string scheme, bool isSecure)
    {
        var begun = browser.Request($"{scheme}://app.example/login", Services);
        var proofKey = ProofKeyCookie.Begin(begun, Provider, "s");
        browser.Receive(begun);

        var cookie = Assert.Single(browser.Cookies);
        Assert.Equal(isSecure, cookie.Secure);
        Assert.Equal("/", cookie.Path.ToString());
        var called = browser.Request($"{scheme}://app.example/callback", Services);
        Assert.Equal(proofKey, ProofKeyCookie.Take(called, Provider, "s"));
        browser.Receive(called);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        var context = browser.Request("https://app.example/login", Services);

        Assert.Throws<ArgumentNullException>("context", () => ProofKeyCookie.Begin(null!, Provider, "s"));
        Assert.Throws<ArgumentNullException>("context", () => ProofKeyCookie.Begin(null!, Provider, "s", "https://app.example/"));
        Assert.Throws<ArgumentNullException>("context", () => ProofKeyCookie.Take(null!, Provider, "s"));
        Assert.Throws<ArgumentNullException>("provider", () => ProofKeyCookie.Begin(context, null!, "s"));
        Assert.Throws<ArgumentException>("provider", () => ProofKeyCookie.Begin(context, "", "s", "https://app.example/"));
        Assert.Throws<ArgumentException>("provider", () => ProofKeyCookie.Take(context, "", "s"));
        Assert.Throws<ArgumentNullException>("redirectUri", () => ProofKeyCookie.Begin(context, Provider, "s", null!));
        Assert.Equal(0, context.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void A_missing_service_is_named_at_the_callback_as_well()
    {
        using var none = new ServiceCollection().BuildServiceProvider();
        var called = browser.Request("https://app.example/callback", none);

        var error = Assert.Throws<InvalidOperationException>(() => ProofKeyCookie.Take(called, Provider, "s"));
        Assert.Contains("builder.Services.AddDataProtection()", error.Message);
    }

    [Fact]
    public void The_build_under_test_is_the_one_meant()
    {
        var target = typeof(ProofKeyCookieTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RuntimeTarget").Value!;
        var framework = typeof(ProofKeyCookie).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;

        Assert.Equal($".NETCoreApp,Version=v{target["net".Length..]}", framework);
    }

    static ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.BuildServiceProvider();
    }
}
