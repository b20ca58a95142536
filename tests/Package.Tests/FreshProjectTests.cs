namespace PkceAnalyzers.Package.Tests;

/// <summary>New projects of each kind, as a user makes them.</summary>
public sealed class FreshProjectTests(FreshProjects projects) : IClassFixture<FreshProjects>
{
    public static TheoryData<string> WithLogin => FreshProjects.WithLogin;

    [Theory, MemberData(nameof(WithLogin))]
    public void Both_halves_of_the_exchange_are_reported(string project)
    {
        Assert.Equal([$"{project}/Login.cs(11) PKCE1001", $"{project}/Login.cs(14) PKCE1004"],
            projects.Findings(projects.Build).Where(finding => finding.StartsWith($"{project}/Login.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_else_is_reported_but_what_stands_in_Razor_and_settings_files_at_its_own_line()
    {
        Assert.Equal(
            [
                "Blazor/Components/Pages/SignIn.razor(4) PKCE1001", "Blazor/Components/Pages/SignIn.razor(5) PKCE1001", "Blazor/Components/Pages/SignIn.razor(9) PKCE1001",
                "RazorPages/Pages/SignIn.cshtml(3) PKCE1001", "RazorPages/Pages/SignIn.cshtml(6) PKCE1001", "RazorPages/Pages/SignIn.cshtml(7) PKCE1001",
                "WebApi/appsettings.json(6) PKCE2001",
            ],
            projects.Findings(projects.Build).Where(finding => !finding.Contains("/Login.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_analyzers_load_everywhere_and_nothing_fails()
    {
        projects.Build.Succeeded();
        Assert.DoesNotMatch("CS8032|CS8033|CS8034|AD0001|CS9057|PKCE99", projects.Build.Output);
    }

    [Fact]
    public void Format_repairs_every_login_and_the_projects_still_build()
    {
        projects.Format.Succeeded();
        projects.BuildAfterFormat.Succeeded();
        Assert.DoesNotContain(projects.Findings(projects.BuildAfterFormat), finding => finding.Contains("/Login.cs", StringComparison.Ordinal));
    }
}
