namespace PkceAnalyzers.Package.Tests;

/// <summary>What decides whether a build with findings fails, and what silences a finding.</summary>
public sealed class GateTests(PackageFeed feed)
{
    [Fact]
    public async Task A_build_warns_and_the_users_choice_makes_it_fail()
    {
        using var project = new ConsoleProject(feed);
        var build = (await project.BuildAsync()).Succeeded();
        Assert.Contains("Program.cs(2,", build.Output);
        Assert.Equal(["warning PKCE1001"], ConsoleProject.Findings(build));

        var strict = await project.BuildAsync("--no-restore", "-warnaserror");
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal(["error PKCE1001"], ConsoleProject.Findings(strict));

        project.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.PKCE1001.severity = error\n");
        var gate = await project.BuildAsync("--no-restore");
        Assert.Equal(1, gate.ExitCode);
        Assert.Equal(["error PKCE1001"], ConsoleProject.Findings(gate));
    }

    [Fact]
    public async Task A_finding_is_silenced_in_the_ways_that_are_documented()
    {
        using var project = new ConsoleProject(feed, "<PkceAnalysisMode>Strict</PkceAnalysisMode>");
        project.Write("Program.cs", """
            using System.Diagnostics.CodeAnalysis;

            Console.WriteLine(Logins.ByPragma("app") + Logins.ByAttribute("app") + Logins.ByComment("app") + Logins.ByOption("app"));

            static class Logins
            {
            #pragma warning disable PKCE1001 // login.example.com refuses code_challenge
                public static string ByPragma(string client) => $"https://login.example.com/authorize?response_type=code&client_id={client}&scope=openid";
            #pragma warning restore PKCE1001

                [SuppressMessage("Security", "PKCE1001", Justification = "login.example.com refuses code_challenge")]
                public static string ByAttribute(string client) => $"https://login.example.com/authorize?response_type=code&client_id={client}&scope=openid";

                // pkce: disable PKCE1001 login.example.com refuses code_challenge
                public static string ByComment(string client) => $"https://login.example.com/authorize?response_type=code&client_id={client}&scope=openid";

                public static string ByOption(string client) => $"https://excluded.example.com/authorize?response_type=code&client_id={client}&scope=openid";
            }
            """);
        project.Write(".editorconfig", "root = true\n[*.cs]\npkce.excluded_authorization_hosts = excluded.example.com\n");
        (await project.BuildAsync("-p:ErrorLog=log.sarif%2Cversion=2.1")).Succeeded();

        // What stands in code stays in the log, as suppressed; what an option excludes was never found.
        using var log = ErrorLog.Read(project["log.sarif"]);
        Assert.Equal([8, 12, 15], log.Results("PKCE1001").Select(ErrorLog.Line));
        Assert.All(log.Results("PKCE1001"), result => Assert.Equal("inSource", result.GetProperty("suppressions")[0].GetProperty("kind").GetString()));
        Assert.Contains("login.example.com refuses code_challenge", log.Results("PKCE1001").Last().GetProperty("properties").GetRawText());
    }
}
