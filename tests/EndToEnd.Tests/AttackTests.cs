namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>What is tried at repaired web programs, and at programs whose repair was a wrong one: there each attack succeeds.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class AttackTests(Programs programs, AttackersProvider attacker)
{
    public static TheoryData<string, string, Helper> RepairedWebs => [.. Matrix.Repaired(Matrix.Webs)];

    public static TheoryData<string, string, Helper> BesideOther => [.. Matrix.Repaired(Matrix.BesideOther)];

    [Theory, MemberData(nameof(RepairedWebs))]
    public async Task Redirect_of_one_browser_is_refused_in_another(string project, string name, Helper helper)
    {
        var login = await RepairedAsync(project, name, helper);

        AssertRefused(await login.OpenRedirectElsewhereAsync(loginUnderWay: false));
        AssertRefused(await login.OpenRedirectElsewhereAsync(loginUnderWay: true));
        AssertLoggedIn(await login.LogInAsync());
    }

    [Theory, MemberData(nameof(RepairedWebs))]
    public async Task Cookie_with_nonsense_is_no_cookie(string project, string name, Helper helper)
    {
        var login = await RepairedAsync(project, name, helper);

        var without = await login.ComeBackAsync(nonsense: false);
        var nonsense = await login.ComeBackAsync(nonsense: true);

        AssertRefused(nonsense);
        Assert.Equal(without.Status, nonsense.Status);
    }

    [Theory]
    [InlineData("Web", "handler")]
    [InlineData("Web", "derived")]
    [InlineData("Cookies", "branch")]
    public async Task Both_tabs_of_a_user_log_in_where_each_login_has_a_state_of_its_own(string project, string name)
    {
        var (older, newer) = await (await RepairedAsync(project, name, Helper.InFile)).LogInTwoTabsAsync(newerFirst: false);

        AssertLoggedIn(older);
        AssertLoggedIn(newer);
    }

    [Theory]
    [InlineData("Web", "mvc")]
    [InlineData("Web", "service")]
    [InlineData("Web", "page")]
    [InlineData("Api", "api")]
    [InlineData("Cookies", "plain")]
    [InlineData("Cookies", "controller")]
    public async Task Newer_tab_of_a_user_logs_in_where_there_is_no_state(string project, string name)
    {
        var (older, newer) = await (await RepairedAsync(project, name, Helper.InFile)).LogInTwoTabsAsync(newerFirst: true);

        AssertLoggedIn(newer);
        AssertRefused(older);
    }

    [Theory, MemberData(nameof(BesideOther))]
    public async Task Another_provider_gets_no_verifier(string project, string name, Helper helper)
    {
        var login = await RepairedAsync(project, name, helper);

        Assert.False(await login.MixUpAsync("other", attacker, statesMixed: false));
        Assert.False(await login.MixUpAsync("other", attacker, statesMixed: true));
    }

    [Fact]
    public void Logins_in_which_no_place_is_safe_are_left_as_they_are() => Assert.Empty(programs.ChangedIn(Matrix.Left));

    [Theory]
    [InlineData("field")]
    [InlineData("state")]
    public async Task Redirect_is_worth_a_login_anywhere_where_the_verifier_is_everybodys(string name)
    {
        var login = await WrongAsync(name);

        AssertLoggedIn(await login.OpenRedirectElsewhereAsync(loginUnderWay: false));
    }

    [Fact]
    public async Task Users_disturb_each_other_where_all_have_one_field()
    {
        var (first, second) = await (await WrongAsync("field")).LogInTwoUsersAsync();

        AssertRefused(first);
        AssertLoggedIn(second);
    }

    [Fact]
    public async Task Tabs_disturb_each_other_where_all_have_one_cookie()
    {
        var (older, newer) = await (await WrongAsync("cookie")).LogInTwoTabsAsync(newerFirst: false);

        AssertRefused(older);
        AssertLoggedIn(newer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_provider_gets_the_verifier_where_all_have_one_cookie(bool statesMixed)
    {
        Assert.True(await (await WrongAsync("cookie")).MixUpAsync("other", attacker, statesMixed));
    }

    async Task<WebLogin> RepairedAsync(string project, string name, Helper helper) => new(await programs.RunAsync(programs.Repaired(helper), project), name);

    async Task<WebLogin> WrongAsync(string name) => new(await programs.RunAsync(programs.Faulty, Matrix.Wrong), name);

    static void AssertLoggedIn(Page page) => Assert.True(page.LoggedIn, $"{page}");

    static void AssertRefused(Page page) => Assert.False(page.LoggedIn, $"{page}");
}
