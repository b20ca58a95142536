using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.Net.Http.Headers.SameSiteMode;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>What both the package and the helper do.</summary>
public abstract class LoginTests(ILogins logins)
{
    const string Provider = "https://as.example/authorize";
    const string Begun = "https://app.example/account/login";
    const string Callback = "https://app.example/account/callback";
    const string HttpCallback = "http://app.example/account/callback";

    static readonly ServiceProvider Services = ServicesWith(protection => protection.UseEphemeralDataProtectionProvider());

    readonly Browser browser = new();

    [Theory, InlineData("one"), InlineData(null), InlineData(""), InlineData("a b;c=d,é\"\r\n")]
    public void A_login_gets_the_verifier_of_its_challenge_once(string? state)
    {
        var challenge = Begin(state: state);

        var verifier = Take(state: state);

        Assert.Equal(challenge, ChallengeOf(verifier));
        Assert.Empty(browser.Cookies);
        Assert.Null(Take(state: state));
    }

    [Fact]
    public void The_cookie_of_an_https_callback_is_bound_to_the_host()
    {
        Begin();

        var cookie = Assert.Single(browser.Cookies);
        Assert.Matches("^__Host-pkce\\.[A-Za-z0-9_-]{22}$", cookie.Name.ToString());
        Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.Lax, Path.Value: "/" });
        Assert.Equal(TimeSpan.FromMinutes(15), cookie.MaxAge);
        Assert.True(cookie.ToString().Length < 400, cookie.ToString());
    }

    [Fact]
    public void The_cookie_of_an_http_callback_is_for_its_path()
    {
        var challenge = Begin(redirectUri: HttpCallback);

        var cookie = Assert.Single(browser.Cookies);
        Assert.Matches("^pkce\\.[A-Za-z0-9_-]{22}$", cookie.Name.ToString());
        Assert.True(cookie is { Secure: false, HttpOnly: true, SameSite: SameSiteMode.Lax, Path.Value: "/account/callback" });
        Assert.Equal(challenge, ChallengeOf(Take(callback: HttpCallback)));
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public void Behind_a_proxy_the_redirect_uri_says_that_the_browser_talks_https()
    {
        var begun = browser.Request(Begun, Services, behindProxy: true);
        var challenge = logins.Begin(begun, Provider, "s", Callback);
        browser.Receive(begun);

        Assert.True(Assert.Single(browser.Cookies).Secure);
        var called = browser.Request(Callback, Services, behindProxy: true);
        Assert.Equal(challenge, ChallengeOf(logins.Take(called, Provider, "s")));
        browser.Receive(called);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public void A_proxy_may_give_the_callback_another_path()
    {
        Begin(redirectUri: "http://app.example/prefix/callback");

        var called = browser.Request("http://app.example/prefix/callback", Services);
        called.Request.Path = "/callback";
        Assert.NotNull(logins.Take(called, Provider, "s"));
        browser.Receive(called);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public void A_response_that_is_posted_finds_its_cookie()
    {
        var challenge = Begin(formPost: true);

        Assert.True(Assert.Single(browser.Cookies) is { Secure: true, SameSite: SameSiteMode.None });
        Assert.Equal(challenge, ChallengeOf(Take(posted: true)));
        Assert.Empty(browser.Cookies);
    }

    [Theory, InlineData(HttpCallback, true), InlineData("com.example.app:/callback", false), InlineData("/callback", false)]
    public void A_redirect_uri_that_can_have_no_cookie_is_refused(string redirectUri, bool formPost)
    {
        var begun = browser.Request(Begun, Services);

        var refusal = Assert.Throws<ArgumentException>(() => logins.Begin(begun, Provider, "s", redirectUri, formPost));

        Assert.Equal("redirectUri", refusal.ParamName);
        Assert.Contains("https", refusal.Message);
        Assert.Equal(0, begun.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public void Consent_does_not_hold_the_cookie_back()
    {
        var begun = browser.Request(Begun, Services);
        var cookies = new RecordedCookies();
        begun.Features.Set<Microsoft.AspNetCore.Http.Features.IResponseCookiesFeature>(cookies);

        logins.Begin(begun, Provider, "s", Callback);

        Assert.True(Assert.Single(cookies.Options).IsEssential);
    }

    [Fact]
    public void Two_tabs_log_in_at_once()
    {
        var one = Begin(state: "one");
        var other = Begin(state: "other");

        Assert.Equal(one, ChallengeOf(Take(state: "one")));
        Assert.Equal(other, ChallengeOf(Take(state: "other")));
    }

    [Fact]
    public void Without_a_state_the_newer_login_wins()
    {
        Begin(state: null);
        var newer = Begin(state: null);

        Assert.Single(browser.Cookies);
        Assert.Equal(newer, ChallengeOf(Take(state: null)));
        Assert.Null(Take(state: null));
    }

    [Fact]
    public void A_callback_of_another_provider_gets_nothing()
    {
        Begin(provider: "https://honest.example/authorize");

        Assert.Null(Take(provider: "https://evil.example/authorize"));
        Assert.NotNull(Take(provider: "https://honest.example/authorize"));
    }

    [Fact]
    public void Another_state_gets_nothing_and_takes_nothing()
    {
        Begin(state: "mine");

        Assert.Null(Take(state: "another"));
        Assert.Null(Take(state: null));
        Assert.NotNull(Take(state: "mine"));
    }

    [Fact]
    public void Another_browser_gets_nothing()
    {
        Begin();

        Assert.Null(logins.Take(new Browser().Request(Callback, Services), Provider, "s"));
    }

    [Theory, InlineData("https://evil.example/authorize", "s"), InlineData(Provider, "another"), InlineData(Provider, null)]
    public void A_cookie_moved_to_another_name_is_worth_nothing(string provider, string? state)
    {
        Begin(provider: provider, state: state);
        var moved = Assert.Single(browser.Cookies).Value;
        Begin();
        Replace(cookie => cookie.Value = moved);

        Assert.Null(Take());
    }

    [Fact]
    public void A_cookie_for_http_is_worth_nothing_under_the_name_for_https()
    {
        Begin(redirectUri: HttpCallback);
        var plain = Assert.Single(browser.Cookies);
        browser.Set(new(plain.Name, "over") { Path = plain.Path, MaxAge = TimeSpan.Zero });
        browser.Set(new($"__Host-{plain.Name}", plain.Value) { Path = "/", Secure = true });

        Assert.Null(Take());
    }

    [Theory, InlineData(""), InlineData("."), InlineData("x"), InlineData("1.x"), InlineData("1780000000000.CfDJ8"), InlineData("%00%ff")]
    [InlineData("....")]
    [InlineData("1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Garbage_is_no_login(string value)
    {
        Begin();
        Replace(cookie => cookie.Value = value);

        Assert.Null(Take());
    }

    [Fact]
    public void Every_changed_character_of_a_cookie_makes_it_worth_nothing()
    {
        Begin();
        var cookie = Assert.Single(browser.Cookies);
        var value = cookie.Value.ToString();
        for (var i = value.IndexOf('.') + 1; i < value.Length - 1; i++)
        {
            cookie.Value = value[..i] + (value[i] == 'A' ? 'B' : 'A') + value[(i + 1)..];
            Assert.Null(Take());
        }
    }

    [Fact]
    public void A_login_is_over_after_its_time()
    {
        Begin();
        var cookie = Assert.Single(browser.Cookies);
        var protector = Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Pkce.ProofKeyCookie.v1", cookie.Name.ToString(), Provider, "s").ToTimeLimitedDataProtector();
        var content = protector.Unprotect(cookie.Value.ToString().Split('.')[1], out var expiration);
        Assert.InRange(expiration, DateTimeOffset.UtcNow.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15));
        cookie.Value = "1." + protector.Protect(content, DateTimeOffset.UtcNow.AddSeconds(-1));

        Assert.Null(Take());
    }

    [Fact]
    public void Instances_share_logins_if_they_share_the_key_ring()
    {
        var keys = Directory.CreateTempSubdirectory("pkce-keys-");
        try
        {
            using var one = ServicesWith(protection => protection.PersistKeysToFileSystem(keys).SetApplicationName("app"));
            using var other = ServicesWith(protection => protection.PersistKeysToFileSystem(keys).SetApplicationName("app"));
            using var foreign = ServicesWith(protection => protection.UseEphemeralDataProtectionProvider());
            var begun = browser.Request(Begun, one);
            var challenge = logins.Begin(begun, Provider, "s", Callback);
            browser.Receive(begun);

            Assert.Null(logins.Take(browser.Request(Callback, foreign), Provider, "s"));
            Assert.Equal(challenge, ChallengeOf(logins.Take(browser.Request(Callback, other), Provider, "s")));
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    [Fact]
    public void Many_logins_that_are_never_completed_drop_the_oldest()
    {
        var challenges = Enumerable.Range(0, 25).Select(i => Begin(state: $"state {i}")).ToList();

        Assert.Equal(10, browser.Cookies.Count);
        Assert.All(Enumerable.Range(0, 15), i => Assert.Null(Take(state: $"state {i}")));
        Assert.All(Enumerable.Range(15, 10), i => Assert.Equal(challenges[i], ChallengeOf(Take(state: $"state {i}"))));
    }

    [Fact]
    public void Logins_begun_at_one_moment_are_dropped_as_well()
    {
        var begun = Enumerable.Range(0, 25).Select(_ => browser.Request(Begun, Services)).ToList();
        for (var i = 0; i < begun.Count; i++)
            logins.Begin(begun[i], Provider, $"state {i}", Callback);
        begun.ForEach(browser.Receive);
        Assert.Equal(25, browser.Cookies.Count);

        var challenge = Begin();

        Assert.Equal(10, browser.Cookies.Count);
        Assert.Equal(challenge, ChallengeOf(Take()));
    }

    [Fact]
    public void A_missing_service_is_named()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        var begun = Assert.Throws<InvalidOperationException>(() => logins.Begin(browser.Request(Begun, services), Provider, "s", Callback));
        Assert.Contains("AddDataProtection()", begun.Message);
    }

    [Fact]
    public void Package_and_helper_understand_each_other()
    {
        ILogins other = logins is LoginsOfPackage ? new LoginsOfHelper() : new LoginsOfPackage();
        var challenge = Begin();

        Assert.Equal(challenge, ChallengeOf(other.Take(browser.Request(Callback, Services), Provider, "s")));
    }

    string Begin(string provider = Provider, string? state = "s", string redirectUri = Callback, bool formPost = false)
    {
        var context = browser.Request(redirectUri.StartsWith("https") ? Begun : Begun.Replace("https", "http"), Services);
        var challenge = logins.Begin(context, provider, state, redirectUri, formPost);
        browser.Receive(context);
        return challenge;
    }

    string? Take(string provider = Provider, string? state = "s", string callback = Callback, bool posted = false)
    {
        var context = browser.Request(callback, Services, postedByOtherSite: posted);
        var verifier = logins.Take(context, provider, state);
        browser.Receive(context);
        return verifier;
    }

    void Replace(Action<SetCookieHeaderValue> change) => change(browser.Cookies.Last());

    static string? ChallengeOf(string? verifier) =>
        verifier is null ? null : WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    static ServiceProvider ServicesWith(Action<IDataProtectionBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddDataProtection());
        return services.BuildServiceProvider();
    }
}

public sealed class PackageLoginTests() : LoginTests(new LoginsOfPackage());

public sealed class HelperLoginTests() : LoginTests(new LoginsOfHelper());
