using System.Web;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A login of a running web program, as users do it and as attackers abuse it. An attack has succeeded where its page is logged in.</summary>
sealed class WebLogin(WebProgram program, string name)
{
    Uri LoginPage => program.LoginPage(name);

    /// <summary>The authorization request that a browser without cookies is sent with.</summary>
    public async Task<AuthorizationRequest> BeginAsync()
    {
        using var user = new UserAgent();
        return await BeginAsync(user);
    }

    public async Task<Page> LogInAsync()
    {
        using var user = new UserAgent();
        return await user.OpenAsync(await RedirectAsync(user));
    }

    /// <summary>Two users log in at once: both are under way before either of them comes back.</summary>
    public async Task<(Page First, Page Second)> LogInTwoUsersAsync()
    {
        using UserAgent first = new(), second = new();
        var firstRequest = await BeginAsync(first);
        var secondRequest = await BeginAsync(second);
        var firstRedirect = await first.AuthorizeAsync(firstRequest.Url);
        var secondRedirect = await second.AuthorizeAsync(secondRequest.Url);
        return (await first.OpenAsync(firstRedirect), await second.OpenAsync(secondRedirect));
    }

    /// <summary>One user logs in in two tabs: both are under way before either of them comes back, the newer first where that is said.</summary>
    public async Task<(Page Older, Page Newer)> LogInTwoTabsAsync(bool newerFirst)
    {
        using var user = new UserAgent();
        var olderRequest = await BeginAsync(user);
        var newerRequest = await BeginAsync(user);
        var older = await user.AuthorizeAsync(olderRequest.Url);
        var newer = await user.AuthorizeAsync(newerRequest.Url);
        if (!newerFirst)
            return (await user.OpenAsync(older), await user.OpenAsync(newer));

        var newerPage = await user.OpenAsync(newer);
        return (await user.OpenAsync(older), newerPage);
    }

    /// <summary>
    /// The whole redirect URL of one user, which nobody has opened yet, is opened in the browser of another, who may have a login under way
    /// there. So does a thief who has a victim's redirect, and so does a victim who is given an attacker's.
    /// </summary>
    public async Task<Page> OpenRedirectElsewhereAsync(bool loginUnderWay)
    {
        using UserAgent user = new(), other = new();
        var redirect = await RedirectAsync(user);
        if (loginUnderWay)
            await BeginAsync(other);

        return await other.OpenAsync(redirect);
    }

    /// <summary>A user comes back without the cookies that the login began with, or with nonsense in them.</summary>
    public async Task<Page> ComeBackAsync(bool nonsense)
    {
        using UserAgent user = new(), other = new();
        var redirect = await RedirectAsync(user);
        if (!nonsense)
            return await other.OpenAsync(redirect);

        user.SpoilCookies(redirect);
        return await user.OpenAsync(redirect);
    }

    /// <summary>
    /// A mix-up (RFC 9700, section 4.4): the response of this login's provider is brought to the callback of another login of the program,
    /// whose provider an attacker runs. Returns whether that provider got the verifier of the honest one's challenge.
    /// </summary>
    public async Task<bool> MixUpAsync(string otherName, AttackersProvider attacker, bool statesMixed)
    {
        using var user = new UserAgent();
        var other = await BeginAsync(user, program.LoginPage(otherName));
        var request = await BeginAsync(user);
        var response = HttpUtility.ParseQueryString((await user.AuthorizeAsync(request.Url)).Query);
        if (!statesMixed && other.State is { } state)
            response["state"] = state;

        await user.OpenAsync(new Uri($"{program.LoginPage(otherName)}/callback?{response}"));
        return attacker.HasVerifierOf(request.CodeChallenge);
    }

    async Task<Uri> RedirectAsync(UserAgent user) => await user.AuthorizeAsync((await BeginAsync(user)).Url);

    Task<AuthorizationRequest> BeginAsync(UserAgent user) => BeginAsync(user, LoginPage);

    static async Task<AuthorizationRequest> BeginAsync(UserAgent user, Uri page) => new(await user.StartAsync(page));
}
